package io.sagescale.wire;

import software.amazon.awssdk.core.SdkPojo;

/** One of AWS's protocols: how a call's body is read and how its answer is written. */
sealed interface Protocol permits AwsJson, AwsQuery, RpcV2Cbor, RestJson {
  /** A call's whole input; a structure, or something that is none and will be found out. */
  Item input(Call call) throws Unreadable;

  HttpAnswer answer(Call call, SdkPojo output);

  HttpAnswer refusal(Call call, Fault fault);

  /** Refuses an operation that nobody has. */
  HttpAnswer unknownOperation(Call call);
}
