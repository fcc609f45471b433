package io.sagescale.api;

import io.sagescale.api.SageMakerBook.Config;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointConfigsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointConfigsResponse;

/** Endpoint configurations: the variants that endpoints are made of. They may be deleted under a living endpoint. */
final class EndpointConfigOperations {
  private static final String WHAT = "endpoint configuration";
  private static final String KIND = "endpoint-config";

  private final SageMakerBook book;

  EndpointConfigOperations(SageMakerBook book) {
    this.book = book;
  }

  List<Operation<?, ?>> operations() {
    String service = SageMakerApi.SERVICE;
    return List.of(
        Operation.write(service, "CreateEndpointConfig", CreateEndpointConfigRequest.class, this::create),
        Operation.read(service, "DescribeEndpointConfig", DescribeEndpointConfigRequest.class, this::describe),
        Operation.read(service, "ListEndpointConfigs", ListEndpointConfigsRequest.class, this::list),
        Operation.write(service, "DeleteEndpointConfig", DeleteEndpointConfigRequest.class, this::delete));
  }

  private CreateEndpointConfigResponse create(Desk desk, CreateEndpointConfigRequest asked) {
    Constraint.check(asked, SageMakerConstraints.CREATE_CONFIG);
    ReservedTags.refuse(asked.tags());
    book.follow(desk);
    String arn = SageMakerBook.arn(desk, KIND, asked.endpointConfigName());
    if (book.configs.containsKey(asked.endpointConfigName())) {
      throw SageMakerRefusals.exists(WHAT, arn);
    }
    new VariantRules(desk, book).judge(asked);
    book.configs.put(
        asked.endpointConfigName(), new Config(asked.endpointConfigName(), arn, asked, desk.engine().now()));
    book.tag(arn, asked.tags());
    return CreateEndpointConfigResponse.builder().endpointConfigArn(arn).build();
  }

  private DescribeEndpointConfigResponse describe(Desk desk, DescribeEndpointConfigRequest asked) {
    Constraint.check(asked, List.of(
        SageMakerConstraints.name("endpointConfigName", DescribeEndpointConfigRequest::endpointConfigName).required()));
    Config config = config(desk, book, asked.endpointConfigName());
    CreateEndpointConfigRequest made = config.asked();
    return DescribeEndpointConfigResponse.builder()
        .endpointConfigName(config.name())
        .endpointConfigArn(config.arn())
        .productionVariants(made.productionVariants())
        .dataCaptureConfig(made.dataCaptureConfig())
        .kmsKeyId(made.kmsKeyId())
        .executionRoleArn(made.executionRoleArn())
        .vpcConfig(made.vpcConfig())
        .enableNetworkIsolation(made.enableNetworkIsolation() != null && made.enableNetworkIsolation())
        .creationTime(config.createdAt())
        .build();
  }

  private ListEndpointConfigsResponse list(Desk desk, ListEndpointConfigsRequest asked) {
    Listing listing = new Listing(asked.sortByAsString(), asked.sortOrderAsString(), asked.nameContains(),
        asked.creationTimeBefore(), asked.creationTimeAfter(), null, null, null, asked.maxResults(), asked.nextToken());
    Constraint.check(listing, SageMakerConstraints.LISTING);
    book.follow(desk);
    Page<Listing.Entry> page = listing.page("ListEndpointConfigs", book.configs.values().stream()
        .map(config -> new Listing.Entry(config.name(), config.arn(), config.createdAt(), config.createdAt(), ""))
        .toList());
    return ListEndpointConfigsResponse.builder()
        .endpointConfigs(page.items().stream()
            .map(e -> EndpointConfigSummary.builder()
                .endpointConfigName(e.name()).endpointConfigArn(e.arn()).creationTime(e.createdAt()).build())
            .toList())
        .nextToken(page.nextToken())
        .build();
  }

  private DeleteEndpointConfigResponse delete(Desk desk, DeleteEndpointConfigRequest asked) {
    Constraint.check(asked, List.of(
        SageMakerConstraints.name("endpointConfigName", DeleteEndpointConfigRequest::endpointConfigName).required()));
    Config config = config(desk, book, asked.endpointConfigName());
    book.configs.remove(config.name());
    book.forget(config.arn());
    return DeleteEndpointConfigResponse.builder().build();
  }

  /** The configuration of that name, or a refusal. */
  static Config config(Desk desk, SageMakerBook book, String name) {
    book.follow(desk);
    Config config = book.configs.get(name);
    if (config == null) {
      throw SageMakerRefusals.unknown(WHAT, SageMakerBook.arn(desk, KIND, name));
    }
    return config;
  }
}
