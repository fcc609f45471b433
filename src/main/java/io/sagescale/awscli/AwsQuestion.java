package io.sagescale.awscli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation with its whole input, checked, ready to be asked. */
public final class AwsQuestion {
  private final AwsOperation operation;
  private final AwsLine line;
  private final ObjectNode input;

  private AwsQuestion(AwsOperation operation, AwsLine line, ObjectNode input) {
    this.operation = operation;
    this.line = line;
    this.input = input;
  }

  /**
   * What a line asks for.
   *
   * @throws WrongInput when it cannot be sent
   */
  public static AwsQuestion of(AwsLine line, AwsOperation operation, FileText files) {
    if (line.has(AwsOption.NO_PAGINATE)) {
      Stream.of(AwsOption.values()).filter(option -> option.isOfPages() && line.has(option)).findFirst().ifPresent(option -> {
        throw new WrongInput("Cannot specify --no-paginate along with pagination arguments: --" + option.word());
      });
    }
    return new AwsQuestion(operation, line, AwsInput.of(line, operation, files));
  }

  /** The SDK's request object, of the first page. */
  public Object request() {
    return AwsCall.request(operation, input);
  }

  /**
   * The members of the answer by their names in AWS's API, all its pages together; exceptions of the SDK pass through.
   *
   * @param client of the operation's service
   */
  public Map<String, Object> ask(Object client) {
    AwsCall call = new AwsCall(operation, client);
    @Nullable Paging paging = operation.paging();
    if (paging == null || !isPaged(paging)) {
      return call.answer(input);
    }
    @Nullable String limit = paging.limit();
    ObjectNode sized = input.deepCopy();
    if (limit != null && line.has(AwsOption.PAGE_SIZE)) {
      sized.put(limit, number(AwsOption.PAGE_SIZE));
    }
    @Nullable String from = line.option(AwsOption.STARTING_TOKEN);
    return PagedCall.answer(call, paging, sized,
        from == null ? new Resume(null, 0) : Resume.parse(from, paging.token()),
        line.has(AwsOption.MAX_ITEMS) ? number(AwsOption.MAX_ITEMS) : Integer.MAX_VALUE);
  }

  /** Who says which page, means that page. Source: AWS CLI User Guide, pagination. */
  private boolean isPaged(Paging paging) {
    return !line.has(AwsOption.NO_PAGINATE) && !input.has(paging.token())
        && (paging.limit() == null || !input.has(paging.limit()));
  }

  private int number(AwsOption option) {
    String word = String.valueOf(line.option(option));
    if (!word.matches("0*[1-9][0-9]{0,8}")) {
      throw new WrongInput("--" + option.word() + " is a whole number of 1 or more, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }
}
