package io.sagescale.local;

import io.sagescale.api.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What an engine was told from outside, on disk: {@code engine.mv} in the state folder, with the instant the engine began
 * at, the world it models, and every entry since in order. Replaying them makes the engine again.
 *
 * <p>An entry is safe once {@link #flush} returned: it survives the end of the process and of the machine.
 */
final class EngineStore implements AutoCloseable {
  static final String FILE = "engine.mv";

  /** Version of what is in the file, the only one that is read. It grows when an older sagescale could not read it. */
  static final int FORMAT = 2;

  private static final String SETTINGS = "settings";
  private static final int LEAST_FILL_PERCENT = 50;
  private static final int COMPACTED_BYTES = 4 << 20;

  private final Path file;
  private final StateLock lock;
  private final MVStore store;
  private final MVMap<String, String> settings;
  private final EntryLog log;
  private @Nullable StateProblem failure;

  /** When the engine began, what it models, and for whom it answers. */
  record Origin(Instant createdAt, ModelledWorld world, Account account) {}

  private EngineStore(Path file, StateLock lock, MVStore store) {
    this.file = file;
    this.lock = lock;
    this.store = store;
    this.settings = store.openMap(SETTINGS);
    this.log = new EntryLog(store);
  }

  /**
   * Opens the state in a folder, or begins one there.
   *
   * @param fresh origin of a state that begins here
   * @param holder who opens it, for others to read
   * @param wait how long to wait for another engine to let go of the folder
   * @param said hears whom it waits for, once that takes long
   * @throws StateProblem when the folder cannot be used
   */
  static EngineStore open(Path folder, Origin fresh, String holder, Duration wait, Consumer<String> said) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw StateProblems.of(folder, e);
    }
    StateLock lock = StateLock.take(folder, holder, wait, said);
    try {
      if (!Files.exists(file)) {
        create(file, fresh);
      }
      EngineStore opened = new EngineStore(file, lock, openFile(file));
      try {
        opened.check();
        return opened;
      } catch (RuntimeException e) {
        opened.store.closeImmediately();
        throw e;
      }
    } catch (MVStoreException e) {
      lock.close();
      throw StateProblems.of(file, e);
    } catch (IOException e) {
      lock.close();
      throw StateProblems.of(file, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Origin origin() {
    return new Origin(Instant.parse(text("createdAt")), world(), new Account(text("region"), text("account")));
  }

  /**
   * Hands out all entries, oldest first.
   *
   * @throws StateProblem when one cannot be read
   */
  void forEach(Consumer<LogEntry> reader) {
    try {
      log.forEach(bytes -> reader.accept(EntryBytes.read(bytes)));
    } catch (IOException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    } catch (MVStoreException e) {
      throw StateProblems.of(file, e);
    }
  }

  /** Adds an entry; it is safe after the next {@link #flush}. */
  void append(LogEntry entry) {
    checkNotFailed();
    try {
      log.append(EntryBytes.write(entry));
    } catch (MVStoreException e) {
      throw failed(e);
    }
  }

  /** @throws StateProblem when the entries cannot be made safe; from then on nothing is taken any more */
  void flush() {
    checkNotFailed();
    try {
      if (store.hasUnsavedChanges()) {
        store.commit();
        store.sync();
        tidy();
      }
    } catch (MVStoreException e) {
      throw failed(e);
    }
  }

  /** Keeps the file small: what is packed leaves most of its chunks nearly empty, and these are freed for what comes. */
  private void tidy() {
    if (log.isPackDue()) {
      log.pack();
      store.commit();
      store.compact(LEAST_FILL_PERCENT, COMPACTED_BYTES);
      store.sync();
    }
  }

  /** Says to others who wait that this engine is served at an address. */
  void servedBy(String holder) {
    lock.rename(holder);
  }

  /** Forgets everything and begins anew. */
  void reset(Origin fresh) {
    checkNotFailed();
    log.clear();
    put(settings, fresh);
    flush();
  }

  @Override
  public void close() {
    boolean isSafe = failure != null || !store.hasUnsavedChanges();
    try {
      if (failure == null) {
        store.close();
      } else {
        store.closeImmediately();
      }
    } catch (MVStoreException e) {
      if (!isSafe) {
        throw failed(e);
      }
      store.closeImmediately(); // the disk is full, and all that could not be written is that the file was closed
    } finally {
      lock.close();
    }
  }

  /** Made beside its place and moved there whole, so that no half-made state is ever found. */
  private static void create(Path file, Origin fresh) throws IOException {
    Path made = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(made);
    try (MVStore store = openFile(made)) {
      put(store.openMap(SETTINGS), fresh);
      store.commit();
      store.sync();
    }
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static MVStore openFile(Path file) {
    MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().cacheSize(1).open();
    store.setRetentionTime(0);
    store.setVersionsToKeep(0);
    return store;
  }

  private static void put(MVMap<String, String> settings, Origin origin) {
    settings.put("format", Integer.toString(FORMAT));
    settings.put("createdAt", origin.createdAt().toString());
    settings.put("world", Base64.getEncoder().encodeToString(WorldBytes.write(origin.world())));
    settings.put("region", origin.account().region());
    settings.put("account", origin.account().id());
  }

  private void check() {
    String format = settings.get("format");
    if (format == null || !format.matches("[0-9]{1,9}")) {
      throw StateProblems.notAStore(file, null);
    }
    int found = Integer.parseInt(format);
    if (found > FORMAT) {
      throw StateProblems.newer(file, "format " + format + ", and this one knows " + FORMAT, null);
    }
    if (found < FORMAT) {
      throw StateProblems.older(file, "format " + format + ", and this one knows " + FORMAT);
    }
    try {
      origin();
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw damaged("its settings are unreadable", e);
    }
  }

  private ModelledWorld world() {
    try {
      return WorldBytes.read(Base64.getDecoder().decode(text("world")));
    } catch (IOException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private String text(String key) {
    String text = settings.get(key);
    if (text == null) {
      throw damaged("its settings have no " + key, null);
    }
    return text;
  }

  private StateProblem damaged(String what, @Nullable Throwable e) {
    String next = "Move the folder away to start afresh, or name another with --state.";
    String text = file + " is damaged: " + what;
    return e == null ? new StateProblem(StateProblem.Kind.DAMAGED, text, next)
        : new StateProblem(StateProblem.Kind.DAMAGED, text, next, e);
  }

  private StateProblem failed(MVStoreException e) {
    StateProblem problem = StateProblems.of(file, e);
    failure = problem;
    return problem;
  }

  private void checkNotFailed() {
    if (failure != null) {
      throw failure;
    }
  }
}
