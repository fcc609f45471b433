package io.sagescale.api;

import java.util.List;

/**
 * The words that Application Auto Scaling takes where its API has an enumeration, sorted as its refusals list them.
 *
 * <p>Source: AAS API, the enumerations of that name; the order was seen for {@code PolicyType} alone.
 */
final class AutoScalingWords {
  static final List<String> SERVICE_NAMESPACES = words("""
      appstream cassandra comprehend custom-resource dynamodb ec2 ecs elasticache elasticmapreduce kafka lambda
      neptune rds sagemaker workspaces
      """);

  static final List<String> SCALABLE_DIMENSIONS = words("""
      appstream:fleet:DesiredCapacity cassandra:table:ReadCapacityUnits cassandra:table:WriteCapacityUnits
      comprehend:document-classifier-endpoint:DesiredInferenceUnits
      comprehend:entity-recognizer-endpoint:DesiredInferenceUnits custom-resource:ResourceType:Property
      dynamodb:index:ReadCapacityUnits dynamodb:index:WriteCapacityUnits dynamodb:table:ReadCapacityUnits
      dynamodb:table:WriteCapacityUnits ec2:spot-fleet-request:TargetCapacity ecs:service:DesiredCount
      elasticache:cache-cluster:Nodes elasticache:replication-group:NodeGroups
      elasticache:replication-group:Replicas elasticmapreduce:instancegroup:InstanceCount
      kafka:broker-storage:VolumeSize lambda:function:ProvisionedConcurrency neptune:cluster:ReadReplicaCount
      rds:cluster:ReadReplicaCount sagemaker:inference-component:DesiredCopyCount
      sagemaker:variant:DesiredInstanceCount sagemaker:variant:DesiredProvisionedConcurrency
      workspaces:workspacespool:DesiredUserSessions
      """);

  static final List<String> METRIC_TYPES = words("""
      ALBRequestCountPerTarget AppStreamAverageCapacityUtilization CassandraReadCapacityUtilization
      CassandraWriteCapacityUtilization ComprehendInferenceUtilization DynamoDBReadCapacityUtilization
      DynamoDBWriteCapacityUtilization EC2SpotFleetRequestAverageCPUUtilization EC2SpotFleetRequestAverageNetworkIn
      EC2SpotFleetRequestAverageNetworkOut ECSServiceAverageCPUUtilization
      ECSServiceAverageCPUUtilizationHighResolution ECSServiceAverageMemoryUtilization
      ECSServiceAverageMemoryUtilizationHighResolution ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage
      ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage ElastiCacheDatabaseMemoryUsagePercentage
      ElastiCacheEngineCPUUtilization ElastiCachePrimaryEngineCPUUtilization ElastiCacheReplicaEngineCPUUtilization
      KafkaBrokerStorageUtilization LambdaProvisionedConcurrencyUtilization NeptuneReaderAverageCPUUtilization
      RDSReaderAverageCPUUtilization RDSReaderAverageDatabaseConnections
      SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution
      SageMakerInferenceComponentInvocationsPerCopy SageMakerVariantConcurrentRequestsPerModelHighResolution
      SageMakerVariantInvocationsPerInstance SageMakerVariantProvisionedConcurrencyUtilization
      WorkSpacesAverageUserSessionsCapacityUtilization
      """);

  static final List<String> POLICY_TYPES = words("PredictiveScaling StepScaling TargetTrackingScaling");
  static final List<String> ADJUSTMENT_TYPES = words("ChangeInCapacity ExactCapacity PercentChangeInCapacity");
  static final List<String> AGGREGATION_TYPES = words("Average Maximum Minimum");
  static final List<String> STATISTICS = words("Average Maximum Minimum SampleCount Sum");

  private AutoScalingWords() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
