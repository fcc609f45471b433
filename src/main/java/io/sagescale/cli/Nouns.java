package io.sagescale.cli;

import io.sagescale.cli.Commands.Entry;
import io.sagescale.cli.Commands.Noun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands over AWS's API, by the kind of thing they are about. */
final class Nouns {
  static final List<Noun> ALL = List.of(
      new Noun("target", "what AWS scales", List.of(
          new Entry("register", "let AWS scale a variant or an inference component, or change how far", TargetRegisterCommand::new),
          new Entry("list", "list what is registered to be scaled", TargetListCommand::new),
          new Entry("show", "show how a target stands: capacity, policies, alarms, what it did last", TargetShowCommand::new),
          new Entry("suspend", "stop the scaling of a target, or one kind of it", TargetSuspendCommand::new),
          new Entry("resume", "let a suspended target scale again", TargetResumeCommand::new),
          new Entry("deregister", "take a target out of scaling, with its policies and schedules", TargetDeregisterCommand::new))),
      new Noun("policy", "how it scales", List.of(
          new Entry("track", "keep a metric at a value: target tracking, with alarms that AWS makes", PolicyTrackCommand::new),
          new Entry("step", "add or take capacity in steps: a step policy and its alarm in one", PolicyStepCommand::new),
          new Entry("list", "list scaling policies", PolicyListCommand::new),
          new Entry("show", "show a policy, its steps and its alarms", PolicyShowCommand::new),
          new Entry("delete", "delete a policy; the alarms of target tracking go with it", PolicyDeleteCommand::new))),
      new Noun("schedule", "limits by the calendar", List.of(
          new Entry("put", "change the limits of a target at a time, or by a calendar", SchedulePutCommand::new),
          new Entry("list", "list scheduled actions", ScheduleListCommand::new),
          new Entry("next", "show when scheduled actions fire next", ScheduleNextCommand::new),
          new Entry("delete", "delete a scheduled action", ScheduleDeleteCommand::new))),
      new Noun("alarm", "what triggers policies", List.of(
          new Entry("list", "list alarms with their condition and state", AlarmListCommand::new),
          new Entry("show", "show an alarm, why it is in its state, and whom it tells", AlarmShowCommand::new),
          new Entry("history", "tell what an alarm saw, when it changed, and whom it told", AlarmHistoryCommand::new),
          new Entry("put", "make an alarm on a metric of a target, or change it", AlarmPutCommand::new),
          new Entry("set-state", "put an alarm into a state until it is evaluated next, to try its actions", AlarmSetStateCommand::new),
          new Entry("delete", "delete alarms", AlarmDeleteCommand::new))),
      new Noun("activity", "what scaling did, and why", List.of(
          new Entry("list", "list what scaling did, why, and why it did nothing", ActivityListCommand::new),
          new Entry("watch", "tell of scaling activities as they come, until interrupted", ActivityWatchCommand::new))),
      new Noun("metric", "data points", List.of(
          new Entry("list", "list the metrics of a target, or of all", MetricListCommand::new),
          new Entry("get", "draw a metric of a target, with the threshold and times of its alarms", MetricGetCommand::new),
          new Entry("put", "put data points of a metric by hand, for engines of your own", MetricPutCommand::new))),
      new Noun("endpoint", "SageMaker endpoints", List.of(
          new Entry("list", "list endpoints", EndpointListCommand::new),
          new Entry("show", "show an endpoint, its status and its variants", EndpointShowCommand::new),
          new Entry("create", "create an endpoint, with its config, and its model from an image", EndpointCreateCommand::new),
          new Entry("update", "roll an endpoint over to another config", EndpointUpdateCommand::new),
          new Entry("scale", "set the instances or the weight of a variant by hand", EndpointScaleCommand::new),
          new Entry("delete", "delete an endpoint", EndpointDeleteCommand::new))),
      new Noun("endpoint component", "inference components", List.of(
          new Entry("list", "list inference components", ComponentListCommand::new),
          new Entry("show", "show an inference component, its status and its copies", ComponentShowCommand::new),
          new Entry("create", "create an inference component on an endpoint", ComponentCreateCommand::new),
          new Entry("update", "set the copies of an inference component by hand", ComponentUpdateCommand::new),
          new Entry("delete", "delete an inference component", ComponentDeleteCommand::new))),
      new Noun("engine", "the local engine as a server", List.of(
          new Entry("start", "serve AWS's API on this machine, for aws, the SDKs, Terraform and sagescale", EngineStartCommand::new),
          new Entry("status", "show how a running engine stands", EngineStatusCommand::new),
          new Entry("advance", "move a manual clock on, with all that happens meanwhile", EngineAdvanceCommand::new),
          new Entry("reset", "forget everything and begin anew", EngineResetCommand::new),
          new Entry("stop", "end a running engine", EngineStopCommand::new))));

  private Nouns() {}

  /** The noun that a line begins with, of as many words as there are. */
  static Optional<Noun> beginning(List<String> words) {
    return ALL.stream().filter(noun -> noun.isBeginOf(words)).max(Comparator.comparingInt(Noun::length));
  }

  /** Words that may follow a noun: its verbs, and the nouns inside it. */
  static List<String> next(Noun noun) {
    return Stream.concat(noun.words().stream(), inside(noun).map(inner -> inner.name().substring(noun.name().length() + 1)))
        .toList();
  }

  static Stream<Noun> inside(Noun noun) {
    return ALL.stream().filter(inner -> inner.name().startsWith(noun.name() + " "));
  }

  static Optional<Noun> named(String name) {
    return ALL.stream().filter(noun -> noun.name().equals(name)).findFirst();
  }
}
