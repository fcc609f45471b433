package io.sagescale.api;

import io.sagescale.api.SageMakerBook.Model;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.ListModelsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListModelsResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;

/** Models: names for containers. How fast a model serves is the engine's setting, not the container's. */
final class ModelOperations {
  private static final String KIND = "model";

  private final SageMakerBook book;

  ModelOperations(SageMakerBook book) {
    this.book = book;
  }

  List<Operation<?, ?>> operations() {
    return List.of(
        Operation.write(SageMakerApi.SERVICE, "CreateModel", CreateModelRequest.class, this::create),
        Operation.read(SageMakerApi.SERVICE, "DescribeModel", DescribeModelRequest.class, this::describe),
        Operation.read(SageMakerApi.SERVICE, "ListModels", ListModelsRequest.class, this::list),
        Operation.write(SageMakerApi.SERVICE, "DeleteModel", DeleteModelRequest.class, this::delete));
  }

  private CreateModelResponse create(Desk desk, CreateModelRequest asked) {
    Constraint.check(asked, SageMakerConstraints.CREATE_MODEL);
    ReservedTags.refuse(asked.tags());
    String arn = SageMakerBook.arn(desk, KIND, asked.modelName());
    if (book.models.containsKey(asked.modelName())) {
      throw SageMakerRefusals.exists(KIND, arn);
    }
    book.models.put(asked.modelName(), new Model(asked.modelName(), arn, asked, desk.engine().now()));
    book.tag(arn, asked.tags());
    return CreateModelResponse.builder().modelArn(arn).build();
  }

  private DescribeModelResponse describe(Desk desk, DescribeModelRequest asked) {
    Constraint.check(asked, List.of(SageMakerConstraints.modelName(DescribeModelRequest::modelName)));
    Model model = model(desk, asked.modelName());
    CreateModelRequest made = model.asked();
    return DescribeModelResponse.builder()
        .modelName(model.name())
        .modelArn(model.arn())
        .primaryContainer(made.primaryContainer())
        .containers(made.hasContainers() ? made.containers() : null)
        .inferenceExecutionConfig(made.inferenceExecutionConfig())
        .executionRoleArn(made.executionRoleArn())
        .vpcConfig(made.vpcConfig())
        .enableNetworkIsolation(made.enableNetworkIsolation() != null && made.enableNetworkIsolation())
        .creationTime(model.createdAt())
        .build();
  }

  private ListModelsResponse list(Desk desk, ListModelsRequest asked) {
    Listing listing = new Listing(asked.sortByAsString(), asked.sortOrderAsString(), asked.nameContains(),
        asked.creationTimeBefore(), asked.creationTimeAfter(), null, null, null, asked.maxResults(), asked.nextToken());
    Constraint.check(listing, SageMakerConstraints.LISTING);
    Page<Listing.Entry> page = listing.page("ListModels", book.models.values().stream()
        .map(model -> new Listing.Entry(model.name(), model.arn(), model.createdAt(), model.createdAt(), ""))
        .toList());
    return ListModelsResponse.builder()
        .models(page.items().stream()
            .map(e -> ModelSummary.builder().modelName(e.name()).modelArn(e.arn()).creationTime(e.createdAt()).build())
            .toList())
        .nextToken(page.nextToken())
        .build();
  }

  private DeleteModelResponse delete(Desk desk, DeleteModelRequest asked) {
    Constraint.check(asked, List.of(SageMakerConstraints.modelName(DeleteModelRequest::modelName)));
    Model model = model(desk, asked.modelName());
    book.models.remove(model.name());
    book.forget(model.arn());
    return DeleteModelResponse.builder().build();
  }

  private Model model(Desk desk, String name) {
    Model model = book.models.get(name);
    if (model == null) {
      throw SageMakerRefusals.unknown(KIND, SageMakerBook.arn(desk, KIND, name));
    }
    return model;
  }
}
