// Loaded before libc (LD_PRELOAD): counts the calls that change files below a folder, and lets the Nth of them go wrong.
//
//   FAULT_FOLDER  only files below it count
//   FAULT_AT      which call goes wrong, from 1 on; 0 for none
//   FAULT_MODE    fail      the call fails
//                 forever   that call and all later ones fail
//                 short     a write writes half of what it should, then the next fails; other calls fail
//                 kill      the process ends before the call
//                 power     the process ends before the call, and all that was not synced is lost
//                 part      the same, and of what was not synced a part is lost
//   FAULT_ERRNO   how it fails
//   FAULT_SEED    which part
//   FAULT_LOG     a file outside of the folder, which gets the number of calls at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { maxFiles = 1024, maxUndo = 1 << 18 };

// What a call that was not synced has to be undone with.
struct undo {
  enum { content, size, created, renamed, linked, removed } kind;
  int file;          // content, size: a descriptor of its own
  ino_t inode;       // content, size
  off_t offset;      // content: where; size: what it was
  size_t count;
  char *bytes;       // content
  char *from, *to;   // names; `to` of removed, and of what was renamed over, is where it is kept
  char *kept;
};

static struct undo undos[maxUndo];
static int undoCount;
static char *names[maxFiles];
// A descriptor of our own for each file that was written to.
static struct { ino_t inode; int file; } owns[maxFiles];
static int ownCount;
static long calls, at;
static int mode, code = EIO, isDead;
static unsigned long seed = 1;
static const char *folder, *logName;

static int (*realOpen)(const char *, int, ...);
static ssize_t (*realWrite)(int, const void *, size_t);
static ssize_t (*realPwrite)(int, const void *, size_t, off_t);
static int (*realSync)(int), (*realDataSync)(int);
static int (*realTruncate)(int, off_t);
static int (*realRename)(const char *, const char *);
static int (*realLink)(const char *, const char *);
static int (*realUnlink)(const char *);
static int (*realClose)(int);

__attribute__((constructor)) static void begin(void) {
  realOpen = dlsym(RTLD_NEXT, "open");
  realWrite = dlsym(RTLD_NEXT, "write");
  realPwrite = dlsym(RTLD_NEXT, "pwrite64");
  realSync = dlsym(RTLD_NEXT, "fsync");
  realDataSync = dlsym(RTLD_NEXT, "fdatasync");
  realTruncate = dlsym(RTLD_NEXT, "ftruncate64");
  realRename = dlsym(RTLD_NEXT, "rename");
  realLink = dlsym(RTLD_NEXT, "link");
  realUnlink = dlsym(RTLD_NEXT, "unlink");
  realClose = dlsym(RTLD_NEXT, "close");
  folder = getenv("FAULT_FOLDER");
  logName = getenv("FAULT_LOG");
  const char *text = getenv("FAULT_AT");
  at = text ? atol(text) : 0;
  text = getenv("FAULT_MODE");
  mode = text ? text[0] == 'f' && text[1] == 'o' ? 'F' : text[0] == 'p' && text[1] == 'a' ? 'P' : text[0] : 0;
  text = getenv("FAULT_ERRNO");
  if (text) code = atoi(text);
  text = getenv("FAULT_SEED");
  if (text) seed = strtoul(text, 0, 10) * 2 + 1;
}

__attribute__((destructor)) static void end(void) {
  if (!logName) return;
  int file = realOpen(logName, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  char text[32];
  int count = snprintf(text, sizeof text, "%ld\n", calls);
  if (file >= 0 && realWrite(file, text, count) == count) realClose(file);
}

static int isOurs(const char *path) {
  return folder && path && path[0] == '/' && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *nameOf(int file) {
  return file >= 0 && file < maxFiles ? names[file] : 0;
}

static int chance(void) {
  seed = seed * 6364136223846793005ul + 1442695040888963407ul;
  return seed >> 40 & 1;
}

static struct undo *note(int kind) {
  if (mode != 'p' && mode != 'P') return 0;
  if (undoCount == maxUndo) abort();
  struct undo *undo = &undos[undoCount++];
  memset(undo, 0, sizeof *undo);
  undo->kind = kind;
  return undo;
}

static void undo(struct undo *one) {
  switch (one->kind) {
  case content: realPwrite(one->file, one->bytes, one->count, one->offset); break;
  case size: realTruncate(one->file, one->offset); break;
  case created: realUnlink(one->from); break;
  case linked: realUnlink(one->to); break;
  case removed: realRename(one->kept, one->from); break;
  case renamed:
    realRename(one->to, one->from);
    if (one->kept) realRename(one->kept, one->to);
    break;
  }
}

static void loseWhatIsNotSynced(void) {
  // In parts, a name is never lost before what depends on it: only contents are.
  for (int index = undoCount - 1; index >= 0; index--) {
    struct undo *one = &undos[index];
    if (mode == 'P' && one->kind == content && chance()) continue;
    if (mode == 'P' && one->kind > size) continue;
    undo(one);
  }
}

// What a sync of a file, or of a folder, makes safe.
static void keep(int file) {
  struct stat status;
  if (fstat(file, &status)) return;
  int isFolder = S_ISDIR(status.st_mode);
  int left = 0;
  for (int index = 0; index < undoCount; index++) {
    struct undo *one = &undos[index];
    int isSafe = isFolder ? one->kind > size : one->kind <= size && one->inode == status.st_ino;
    if (isSafe) {
      free(one->bytes);
      if (one->kept) realUnlink(one->kept);
    } else {
      undos[left++] = *one;
    }
  }
  undoCount = left;
}

// Whether the call goes wrong; the process may end here.
static int goesWrong(void) {
  calls++;
  if (isDead) return 1;
  if (!at || calls != at) return 0;
  switch (mode) {
  case 'k': case 'p': case 'P':
    if (mode != 'k') loseWhatIsNotSynced();
    end();
    kill(getpid(), SIGKILL);
    for (;;) pause();
  case 'F': isDead = 1; return 1;
  default: return 1;
  }
}

static int fail(void) {
  errno = code;
  return -1;
}

static char *keptName(void) {
  static int number;
  char *name = 0;
  if (asprintf(&name, "%s.kept/%d", folder, ++number) < 0) abort();
  return name;
}

static int ownFile(int file, ino_t inode) {
  for (int index = 0; index < ownCount; index++) {
    if (owns[index].inode == inode) return owns[index].file;
  }
  if (ownCount == maxFiles) abort();
  int own = realOpen(nameOf(file), O_RDWR);
  if (own < 0) return own;
  owns[ownCount].inode = inode;
  owns[ownCount++].file = own;
  return own;
}

static void noteContent(int file, off_t offset, size_t count) {
  if (mode != 'p' && mode != 'P') return;
  struct stat status;
  if (fstat(file, &status)) return;
  int own = ownFile(file, status.st_ino);
  if (own < 0) return;
  if (offset + (off_t)count > status.st_size) {
    struct undo *one = note(size);
    one->file = own;
    one->inode = status.st_ino;
    one->offset = status.st_size;
  }
  if (offset < status.st_size) {
    struct undo *one = note(content);
    one->file = own;
    one->inode = status.st_ino;
    one->offset = offset;
    one->bytes = malloc(count);
    ssize_t got = pread(own, one->bytes, count, offset);
    one->count = got > 0 ? got : 0;
  }
}

static int opened(const char *path, int flags, mode_t permissions, int isTracked, int isNew) {
  int file = realOpen(path, flags, permissions);
  if (file >= 0 && file < maxFiles) {
    free(names[file]);
    names[file] = isTracked ? strdup(path) : 0;
    if (isNew) {
      struct undo *one = note(created);
      if (one) one->from = strdup(path);
    }
  }
  return file;
}

static int openAny(const char *path, int flags, mode_t permissions) {
  if (!isOurs(path)) return opened(path, flags, permissions, 0, 0);
  struct stat status;
  int isNew = (flags & O_CREAT) && lstat(path, &status) != 0;
  if (isNew && goesWrong()) return fail();
  return opened(path, flags, permissions, 1, isNew);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t permissions = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return openAny(path, flags, permissions);
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t permissions = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return openAny(path, flags, permissions);
}

int close(int file) {
  if (file >= 0 && file < maxFiles) {
    free(names[file]);
    names[file] = 0;
  }
  return realClose(file);
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (!nameOf(file)) return realWrite(file, bytes, count);
  if (goesWrong()) {
    if (mode != 's' || count < 2) return fail();
    at++;
    return realWrite(file, bytes, count / 2);
  }
  noteContent(file, lseek(file, 0, SEEK_CUR), count);
  return realWrite(file, bytes, count);
}

static ssize_t writeAt(int file, const void *bytes, size_t count, off_t offset) {
  if (!nameOf(file)) return realPwrite(file, bytes, count, offset);
  if (goesWrong()) {
    if (mode != 's' || count < 2) return fail();
    at++;
    return realPwrite(file, bytes, count / 2, offset);
  }
  noteContent(file, offset, count);
  return realPwrite(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return writeAt(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t offset) {
  return writeAt(file, bytes, count, offset);
}

int fsync(int file) {
  if (!nameOf(file)) return realSync(file);
  if (goesWrong()) return fail();
  keep(file);
  return realSync(file);
}

int fdatasync(int file) {
  if (!nameOf(file)) return realDataSync(file);
  if (goesWrong()) return fail();
  keep(file);
  return realDataSync(file);
}

static int truncateTo(int file, off_t length) {
  if (!nameOf(file)) return realTruncate(file, length);
  if (goesWrong()) return fail();
  struct stat status;
  if (!fstat(file, &status)) {
    // What is cut off comes back as it was.
    if (length < status.st_size) noteContent(file, length, status.st_size - length);
    else noteContent(file, status.st_size, length - status.st_size);
  }
  return realTruncate(file, length);
}

int ftruncate(int file, off_t length) { return truncateTo(file, length); }
int ftruncate64(int file, off_t length) { return truncateTo(file, length); }

int rename(const char *from, const char *to) {
  if (!isOurs(to)) return realRename(from, to);
  if (goesWrong()) return fail();
  struct undo *one = note(renamed);
  if (one) {
    one->from = strdup(from);
    one->to = strdup(to);
    char *kept = keptName();
    one->kept = realLink(to, kept) == 0 ? kept : 0;
  }
  return realRename(from, to);
}

int link(const char *from, const char *to) {
  if (!isOurs(to)) return realLink(from, to);
  if (goesWrong()) return fail();
  int answer = realLink(from, to);
  struct undo *one = answer == 0 ? note(linked) : 0;
  if (one) one->to = strdup(to);
  return answer;
}

int unlink(const char *path) {
  struct stat status;
  // What fails for ever is a full disk, on which there is room to remove something.
  if (!isOurs(path) || lstat(path, &status) != 0 || isDead) return realUnlink(path);
  if (goesWrong()) return fail();
  struct undo *one = note(removed);
  if (one) {
    one->from = strdup(path);
    one->kept = keptName();
    realLink(path, one->kept);
  }
  return realUnlink(path);
}
