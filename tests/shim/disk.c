/*
 * A disk whose power can be cut: preloaded into a kit's process, it writes down every change to the files of one folder
 * and every sync, in order, so that `disk.ts` can say what a disk would hold had the power failed at any moment. A kill
 * alone cannot show that: what was written and never synced outlives a killed process. It can also make each sync slow,
 * and the disk full or read-only while it runs.
 *
 *   DISK_FOLDER   the folder, absolute and without links; what lies elsewhere is left alone
 *   DISK_LOG      where changes are written down, outside the folder; without it nothing is
 *   DISK_DELAY    milliseconds added to each fsync and fdatasync in the folder
 *   DISK_SWITCH   while the file DISK_SWITCH.full is there, writing answers ENOSPC; DISK_SWITCH.readonly: EROFS
 *
 * The log is a row of records, each a length (four bytes, little end first) and so many bytes: a line, and what follows it.
 *   W id offset   bytes written          T id size   cut or grown to a size
 *   S id upto     synced, with all that the records before number `upto` changed
 *   N folder      names in it now: a line `f id name` or `d - name` each        F folder   the same, synced
 * It is Linux's only: it stands before glibc's own functions.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define INODES 4096
#define ROOM (PATH_MAX + 64)

static struct {
	ssize_t (*write)(int, const void *, size_t);
	ssize_t (*writev)(int, const struct iovec *, int);
	ssize_t (*pwrite)(int, const void *, size_t, off_t);
	int (*open)(const char *, int, ...);
	int (*ftruncate)(int, off_t);
	int (*fsync)(int);
	int (*fdatasync)(int);
	int (*rename)(const char *, const char *);
	int (*unlink)(const char *);
	int (*mkdir)(const char *, mode_t);
} real;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static size_t folder_length;
static char full_switch[ROOM], readonly_switch[ROOM];
static long delay;
static int log_file = -1;
/* How many records there are. */
static long records;
/* Which file an inode is. A number is given anew when a file is made, because systems use inodes again. */
static struct { ino_t inode; long id; } known[INODES];
static int known_count;
static long last_id;

static void record(const char *line, const void *bytes, size_t length)
{
	size_t head = strlen(line);
	uint32_t whole = head + length;
	char *all = malloc(4 + whole);
	if (!all) abort();
	memcpy(all, &whole, 4);
	memcpy(all + 4, line, head);
	if (length) memcpy(all + 4 + head, bytes, length);
	/* One call, so that a killed process leaves a whole record or a piece at the very end. */
	if (real.write(log_file, all, 4 + whole) != (ssize_t)(4 + whole)) abort();
	free(all);
	records++;
}

static long fresh_id(ino_t inode)
{
	int at = 0;
	while (at < known_count && known[at].inode != inode) at++;
	if (at == INODES) abort();
	if (at == known_count) known_count++;
	known[at].inode = inode;
	known[at].id = ++last_id;
	return last_id;
}

static long id_of(ino_t inode)
{
	for (int at = 0; at < known_count; at++)
		if (known[at].inode == inode) return known[at].id;
	return fresh_id(inode);
}

static int below(const char *path)
{
	return folder_length && !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

/* Whether it is open on something of the folder, and what. */
static int ours(int fd, struct stat *about, char *path)
{
	char link[64];
	ssize_t length;
	if (!folder_length || fd == log_file || fstat(fd, about)) return 0;
	if (!S_ISREG(about->st_mode) && !S_ISDIR(about->st_mode)) return 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	if ((length = readlink(link, path, PATH_MAX - 1)) < 0) return 0;
	path[length] = 0;
	return below(path);
}

/* The error that the switches ask for, or 0. */
static int forbidden(void)
{
	int before = errno, error = 0;
	if (*readonly_switch && !access(readonly_switch, F_OK)) error = EROFS;
	else if (*full_switch && !access(full_switch, F_OK)) error = ENOSPC;
	errno = before;
	return error;
}

static int readonly_now(void)
{
	return forbidden() == EROFS;
}

/* Its names as lines; the caller frees it. */
static char *names_in(const char *path)
{
	char *text = NULL;
	size_t length = 0;
	FILE *lines = open_memstream(&text, &length);
	DIR *open_folder = opendir(path);
	struct dirent *entry;
	while (open_folder && (entry = readdir(open_folder))) {
		char inside[ROOM + NAME_MAX];
		struct stat about;
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
		snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
		if (lstat(inside, &about)) continue;
		if (S_ISDIR(about.st_mode)) fprintf(lines, "d - %s\n", entry->d_name);
		else if (S_ISREG(about.st_mode)) fprintf(lines, "f %ld %s\n", id_of(about.st_ino), entry->d_name);
	}
	if (open_folder) closedir(open_folder);
	fclose(lines);
	return text;
}

static void record_names(char kind, const char *path, const char *names)
{
	char line[ROOM];
	snprintf(line, sizeof line, "%c .%s\n", kind, path + folder_length);
	record(line, names, strlen(names));
}

/* The folder that holds `path` has other names in it now. */
static void names_changed(const char *path)
{
	char parent[PATH_MAX];
	char *end;
	int before = errno;
	if (log_file < 0 || !below(path) || !path[folder_length]) return;
	snprintf(parent, sizeof parent, "%s", path);
	if ((end = strrchr(parent, '/'))) *end = 0;
	char *names = names_in(parent);
	record_names('N', parent, names);
	free(names);
	errno = before;
}

static void record_write(ino_t inode, off_t offset, const void *bytes, size_t length)
{
	char line[96];
	snprintf(line, sizeof line, "W %ld %lld\n", id_of(inode), (long long)offset);
	record(line, bytes, length);
}

static void record_numbers(char kind, long id, long long number)
{
	char line[96];
	snprintf(line, sizeof line, "%c %ld %lld\n", kind, id, number);
	record(line, NULL, 0);
}

/* What lies there at the start is on the disk already. */
static void record_start(const char *path)
{
	DIR *open_folder = opendir(path);
	struct dirent *entry;
	if (!open_folder) return;
	while ((entry = readdir(open_folder))) {
		char inside[ROOM + NAME_MAX];
		struct stat about;
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
		snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
		if (lstat(inside, &about)) continue;
		if (S_ISDIR(about.st_mode)) record_start(inside);
		if (!S_ISREG(about.st_mode)) continue;
		int fd = real.open(inside, O_RDONLY | O_CLOEXEC);
		char *bytes = malloc(about.st_size + 1);
		if (fd < 0 || !bytes || read(fd, bytes, about.st_size) != about.st_size) abort();
		close(fd);
		record_write(about.st_ino, 0, bytes, about.st_size);
		record_numbers('S', id_of(about.st_ino), records);
		free(bytes);
	}
	closedir(open_folder);
	char *names = names_in(path);
	record_names('F', path, names);
	free(names);
}

__attribute__((constructor)) static void begin(void)
{
	const char *where = getenv("DISK_FOLDER"), *log = getenv("DISK_LOG");
	const char *switches = getenv("DISK_SWITCH"), *slow = getenv("DISK_DELAY");
	real.write = dlsym(RTLD_NEXT, "write");
	real.writev = dlsym(RTLD_NEXT, "writev");
	real.pwrite = dlsym(RTLD_NEXT, "pwrite64");
	real.open = dlsym(RTLD_NEXT, "open64");
	real.ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
	real.fsync = dlsym(RTLD_NEXT, "fsync");
	real.fdatasync = dlsym(RTLD_NEXT, "fdatasync");
	real.rename = dlsym(RTLD_NEXT, "rename");
	real.unlink = dlsym(RTLD_NEXT, "unlink");
	real.mkdir = dlsym(RTLD_NEXT, "mkdir");
	/* A process that the kit starts is none of ours: two would give the same numbers to other files. */
	if (!where || getenv("DISK_TAKEN")) return;
	setenv("DISK_TAKEN", "1", 1);
	snprintf(folder, sizeof folder, "%s", where);
	folder_length = strlen(folder);
	if (slow) delay = atol(slow);
	if (switches) snprintf(full_switch, sizeof full_switch, "%s.full", switches);
	if (switches) snprintf(readonly_switch, sizeof readonly_switch, "%s.readonly", switches);
	if (!log) return;
	log_file = real.open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (log_file < 0) abort();
	record_start(folder);
}

/* Whether a call on this file passes by without a look: nobody asked for more than slow syncs, or it is elsewhere. */
static int passes(int fd, struct stat *about, char *path)
{
	return (log_file < 0 && !*full_switch) || !ours(fd, about, path);
}

static ssize_t noted_write(int fd, const struct iovec *parts, int count, off_t at)
{
	struct stat about;
	char path[PATH_MAX];
	int error;
	if (passes(fd, &about, path))
		return at >= 0 ? real.pwrite(fd, parts->iov_base, parts->iov_len, at) : real.writev(fd, parts, count);
	if ((error = forbidden())) {
		errno = error;
		return -1;
	}
	pthread_mutex_lock(&lock);
	ssize_t done = at >= 0 ? real.pwrite(fd, parts->iov_base, parts->iov_len, at) : real.writev(fd, parts, count);
	if (done > 0 && log_file >= 0) {
		off_t offset = at >= 0 ? at : lseek(fd, 0, SEEK_CUR) - done;
		ssize_t left = done;
		for (int part = 0; part < count && left > 0; part++) {
			ssize_t length = left < (ssize_t)parts[part].iov_len ? left : (ssize_t)parts[part].iov_len;
			record_write(about.st_ino, offset, parts[part].iov_base, length);
			offset += length;
			left -= length;
		}
	}
	pthread_mutex_unlock(&lock);
	return done;
}

ssize_t write(int fd, const void *bytes, size_t length)
{
	struct iovec part = { (void *)bytes, length };
	return noted_write(fd, &part, 1, -1);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
	return noted_write(fd, parts, count, -1);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at)
{
	struct iovec part = { (void *)bytes, length };
	return noted_write(fd, &part, 1, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at)
{
	return pwrite64(fd, bytes, length, at);
}

int ftruncate64(int fd, off_t size)
{
	struct stat about;
	char path[PATH_MAX];
	int error;
	if (passes(fd, &about, path)) return real.ftruncate(fd, size);
	/* A full disk can still be made emptier. */
	if ((error = forbidden()) && (error == EROFS || size > about.st_size)) {
		errno = error;
		return -1;
	}
	pthread_mutex_lock(&lock);
	int done = real.ftruncate(fd, size);
	if (!done && log_file >= 0) record_numbers('T', id_of(about.st_ino), size);
	pthread_mutex_unlock(&lock);
	return done;
}

int ftruncate(int fd, off_t size)
{
	return ftruncate64(fd, size);
}

static int synced(int fd, int (*sync)(int))
{
	struct stat about;
	char path[PATH_MAX];
	char *names = NULL;
	if (!ours(fd, &about, path)) return sync(fd);
	pthread_mutex_lock(&lock);
	long upto = records;
	if (log_file >= 0 && S_ISDIR(about.st_mode)) names = names_in(path);
	pthread_mutex_unlock(&lock);
	int done = sync(fd);
	if (delay) nanosleep(&(struct timespec){ delay / 1000, delay % 1000 * 1000000 }, NULL);
	if (!done && log_file >= 0) {
		pthread_mutex_lock(&lock);
		if (names) record_names('F', path, names);
		else record_numbers('S', id_of(about.st_ino), upto);
		pthread_mutex_unlock(&lock);
	}
	free(names);
	return done;
}

int fsync(int fd)
{
	return synced(fd, real.fsync);
}

int fdatasync(int fd)
{
	return synced(fd, real.fdatasync);
}

int open64(const char *path, int flags, ...)
{
	va_list more;
	va_start(more, flags);
	mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
	va_end(more);
	struct stat about;
	int writes = (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
	if (!writes || !below(path)) return real.open(path, flags, mode);
	if (readonly_now()) {
		errno = EROFS;
		return -1;
	}
	pthread_mutex_lock(&lock);
	int before = errno;
	int made = lstat(path, &about) != 0;
	errno = before;
	int fd = real.open(path, flags, mode);
	if (fd >= 0 && log_file >= 0 && !fstat(fd, &about)) {
		if (made) fresh_id(about.st_ino);
		if (made) names_changed(path);
		else if (flags & O_TRUNC) record_numbers('T', id_of(about.st_ino), 0);
	}
	pthread_mutex_unlock(&lock);
	return fd;
}

int open(const char *path, int flags, ...)
{
	va_list more;
	va_start(more, flags);
	mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
	va_end(more);
	return open64(path, flags, mode);
}

/* Changing names: done, and written down, unless the disk is read-only. */
#define CHANGES_NAMES(path, call)               \
	if (!below(path)) return call;          \
	if (readonly_now()) {                   \
		errno = EROFS;                  \
		return -1;                      \
	}                                       \
	pthread_mutex_lock(&lock);              \
	int done = call;                        \
	if (!done) names_changed(path);

int rename(const char *from, const char *to)
{
	CHANGES_NAMES(to, real.rename(from, to))
	if (!done) names_changed(from);
	pthread_mutex_unlock(&lock);
	return done;
}

int unlink(const char *path)
{
	CHANGES_NAMES(path, real.unlink(path))
	pthread_mutex_unlock(&lock);
	return done;
}

int mkdir(const char *path, mode_t mode)
{
	CHANGES_NAMES(path, real.mkdir(path, mode))
	pthread_mutex_unlock(&lock);
	return done;
}
