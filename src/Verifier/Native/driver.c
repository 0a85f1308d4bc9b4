/*
 * Runs one entry point of one shared object inside the sandbox. Started as `driver kernel.so entry` with three descriptors:
 *   3  control page, read and write     4  inputs, read only     5  outputs, read and write
 * Everything in this address space belongs to the kernel under test: the supervisor believes nothing it reads here except
 * that a ring was answered, and judges the outputs it finds in its own mapping after it has frozen this process.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { CONTROL = 3, INPUTS = 4, OUTPUTS = 5 };
enum { READY = 1, NOT_LOADED = 2, NO_ENTRY = 3, NO_MEMORY = 4 };
enum { PREPARE = 1, RUN = 2 };
enum { FLOATS = 1, X87 = 2, DIRECTION = 4, SIGNAL_STACK = 8 };
enum { GUARD = 1 << 16, MAPPINGS = 24, INTEGERS = 24, REALS = 8, FAILED = 120 };

struct mapping { uint64_t offset, length, writable; };
struct slot { uint64_t value; int64_t mapping; };

/* Kept equal to ControlPage.cs by the assertions below. */
struct control {
    _Atomic uint32_t doorbell;
    char pad0[60];
    _Atomic uint32_t completion;
    char pad1[60];
    uint32_t status, phase, returns_real, mapping_count;
    uint64_t spin_nanoseconds, result;
    struct mapping mappings[MAPPINGS];
    struct slot integers[INTEGERS];
    double reals[REALS];
    char message[512];
    uint32_t changed;
};
_Static_assert(offsetof(struct control, completion) == 64, "layout");
_Static_assert(offsetof(struct control, status) == 128, "layout");
_Static_assert(offsetof(struct control, mappings) == 160, "layout");
_Static_assert(offsetof(struct control, integers) == 736, "layout");
_Static_assert(offsetof(struct control, message) == 1184, "layout");
_Static_assert(offsetof(struct control, changed) == 1696, "layout");

/*
 * One call type serves every signature of integer-class and floating-class parameters. In the System V x86-64 ABI (3.2.3)
 * and in AAPCS64 (6.8.2) the two classes are allotted independently: the n-th integer or pointer goes to the n-th integer
 * register (6, or 8 on aarch64) and the rest to 8-byte stack slots in order; the n-th float or double goes to the n-th
 * vector register, a float to its low half. How the two kinds interleave in the callee's list therefore does not matter
 * as long as no floating argument reaches the stack (at most 8), and slots the callee does not declare are never read:
 * the caller owns and pops the argument area. Structures, long double, __int128 and vectors by value are not served.
 */
#define LONGS4 long, long, long, long
#define LONGS LONGS4, LONGS4, LONGS4, LONGS4, LONGS4, LONGS4
#define DOUBLES double, double, double, double, double, double, double, double
typedef long integer_entry(LONGS, DOUBLES);
typedef double real_entry(LONGS, DOUBLES);
#define I4(n) i[n], i[n + 1], i[n + 2], i[n + 3]
#define ARGUMENTS I4(0), I4(4), I4(8), I4(12), I4(16), I4(20), r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]

static struct control *control;
static struct { char *base; size_t length; } mapped[MAPPINGS];
static unsigned mapped_count;

/*
 * Whoever answers without the driver is found by where its thread stands. From the answer to the next ring this thread
 * must therefore not leave the driver's own code, not even for the C library's wrapper of a system call or its clock.
 */
static long futex(_Atomic uint32_t *word, long operation, long value)
{
#if defined __x86_64__
    long result = SYS_futex;
    register long timeout __asm__("r10") = 0;
    __asm__ volatile("syscall" : "+a"(result) : "D"(word), "S"(operation), "d"(value), "r"(timeout) : "rcx", "r11", "memory");
    return result;
#elif defined __aarch64__
    register long number __asm__("x8") = SYS_futex;
    register long first __asm__("x0") = (long)word;
    register long second __asm__("x1") = operation;
    register long third __asm__("x2") = value;
    register long timeout __asm__("x3") = 0;
    __asm__ volatile("svc 0" : "+r"(first) : "r"(number), "r"(second), "r"(third), "r"(timeout) : "memory");
    return first;
#endif
}

static uint64_t ticks(void)
{
#if defined __x86_64__
    return __builtin_ia32_rdtsc();
#elif defined __aarch64__
    uint64_t count;
    __asm__ volatile("mrs %0, cntvct_el0" : "=r"(count));
    return count;
#endif
}

static uint64_t spin_ticks;

/* How many ticks the supervisor's spin comes to, by a millisecond of both clocks. */
static void measure_spin(void)
{
    struct timespec from, now;
    int64_t elapsed = 0;
    clock_gettime(CLOCK_MONOTONIC, &from);
    uint64_t begin = ticks();
    while (elapsed < 1000000) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        elapsed = (now.tv_sec - from.tv_sec) * 1000000000LL + now.tv_nsec - from.tv_nsec;
    }
    spin_ticks = (uint64_t)((double)(ticks() - begin) / (double)elapsed * (double)control->spin_nanoseconds);
}

static void answer(uint32_t ring)
{
    atomic_store(&control->completion, ring);
    futex(&control->completion, FUTEX_WAKE, 1);
}

static uint32_t await_ring(uint32_t last)
{
    uint64_t begin = spin_ticks ? ticks() : 0;
    for (;;) {
        uint32_t ring = atomic_load(&control->doorbell);
        if (ring != last)
            return ring;
        if (!spin_ticks || ticks() - begin > spin_ticks)
            futex(&control->doorbell, FUTEX_WAIT, last);
    }
}

__attribute__((noreturn)) static void fail(uint32_t status, const char *message)
{
    control->status = status;
    strncpy(control->message, message ? message : "", sizeof control->message - 1);
    _exit(FAILED);
}

/* [ no access | file pages | no access ] at a new random address, so that neither pointer values nor strays repeat. */
static char *map_guarded(const struct mapping *wanted)
{
    uint64_t random = 0;
    if (getrandom(&random, sizeof random, 0) != sizeof random)
        return NULL;
    char *hint = (char *)(0x100000000000ULL + (random & 0x1ffffffULL) * 0x10000ULL * 8);
    size_t whole = wanted->length + 2 * GUARD;
    char *base = mmap(hint, whole, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base == MAP_FAILED)
        return NULL;
    int protection = wanted->writable ? PROT_READ | PROT_WRITE : PROT_READ;
    void *inner = mmap(base + GUARD, wanted->length, protection, MAP_SHARED | MAP_FIXED | MAP_POPULATE,
                       wanted->writable ? OUTPUTS : INPUTS, (off_t)wanted->offset);
    mapped[mapped_count].base = base;
    mapped[mapped_count++].length = whole;
    return inner == MAP_FAILED ? NULL : inner;
}

/* Stack that is filled, how far what is dropped reaches into it, and what that is at most; freed memory that is filled, and in how many pieces. */
enum { STRETCH = 1 << 18, OVERLAP = 1 << 14, DEEPEST = 1 << 26, HEAP = 1 << 24, BLOCKS = 64 };

/* The C library keeps 7 freed blocks of each of 64 sizes by themselves, 16 bytes apart. */
enum { SMALL_SIZES = 64, SMALL_BLOCKS = 7, SMALL_STEP = 16 };

static size_t stack_limit;

static void fill(void *start, size_t length, uint64_t pattern)
{
    uint64_t *words = start;
    for (size_t n = 0; n < length / sizeof *words; n++)
        words[n] = pattern;
    __asm__ volatile("" : : "r"(words) : "memory");
}

/* Pages below the stretch read as zero again; only a kernel with that much on its stack meets them anew. */
static void drop_deep_stack(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    uintptr_t end = ((uintptr_t)__builtin_frame_address(0) - STRETCH + OVERLAP) & -page;
    size_t rest = stack_limit > 2 * STRETCH ? (stack_limit - 2 * STRETCH) & -page : 0;
    madvise((void *)(end - rest), rest, MADV_DONTNEED);
}

/* Its frame lies where the kernel's will. */
__attribute__((noinline)) static void fill_stack(uint64_t pattern)
{
    uint64_t room[STRETCH / sizeof(uint64_t)];
    fill(room, sizeof room, pattern);
}

/* What was freed is taken, the largest pieces first, filled, and freed again. */
static void poison_heap(uint64_t pattern)
{
    void *taken[BLOCKS];
    unsigned count = 0;
    for (size_t size = SMALL_STEP + 8; size < SMALL_SIZES * SMALL_STEP + 8; size += SMALL_STEP) {
        for (count = 0; count < SMALL_BLOCKS && (taken[count] = malloc(size)); count++)
            fill(taken[count], size, pattern);
        while (count > 0)
            free(taken[--count]);
    }
    size_t left = mallinfo2().fordblks;
    for (size_t size = HEAP; size > SMALL_SIZES * SMALL_STEP; size /= 2)
        for (; count < BLOCKS && left >= size && (taken[count] = malloc(size - SMALL_STEP)); left -= size)
            fill(taken[count++], size - SMALL_STEP, pattern);
    while (count > 0)
        free(taken[--count]);
}

/*
 * What the last call left behind in dead stack and freed memory must be of no use to the next one, nor must what is there by chance: another
 * pattern each time, in which no word is a number so small that nobody would miss it.
 */
static void poison(void)
{
    uint64_t pattern = 0;
    if (getrandom(&pattern, sizeof pattern, 0) != sizeof pattern)
        fail(NO_MEMORY, "no random numbers");
    pattern = (pattern & 0x3fffffff3fffffffULL) | 0x4000000040000000ULL;
    poison_heap(pattern);
    drop_deep_stack();
    fill_stack(pattern);
}

static void prepare(long integers[INTEGERS])
{
    while (mapped_count > 0) {
        mapped_count--;
        munmap(mapped[mapped_count].base, mapped[mapped_count].length);
    }
    char *start[MAPPINGS];
    for (uint32_t m = 0; m < control->mapping_count && m < MAPPINGS; m++)
        if (!(start[m] = map_guarded(&control->mappings[m])))
            fail(NO_MEMORY, "cannot map a buffer");
    for (int n = 0; n < INTEGERS; n++) {
        const struct slot *slot = &control->integers[n];
        integers[n] = slot->mapping < 0 ? (long)slot->value : (long)(start[slot->mapping] + slot->value);
    }
}

/* Control registers of the calling thread, without the flags that arithmetic raises. */
struct registers { uint32_t floats, x87, direction; };

static struct registers registers(void)
{
    struct registers now = { 0, 0, 0 };
#if defined __x86_64__
    enum { DIRECTION_FLAG = 1 << 10, RAISED = 0x3f };
    unsigned short word;
    __asm__ volatile("fnstcw %0" : "=m"(word));
    now.floats = __builtin_ia32_stmxcsr() & ~(uint32_t)RAISED;
    now.x87 = word;
    now.direction = __builtin_ia32_readeflags_u64() & DIRECTION_FLAG;
    __asm__ volatile("cld");
#elif defined __aarch64__
    uint64_t word;
    __asm__ volatile("mrs %0, fpcr" : "=r"(word));
    now.floats = (uint32_t)word;
#endif
    return now;
}

static struct registers usual;

/* What the host cannot see from outside: the supervisor reads signals, descriptors and limits in its own /proc. */
static uint32_t changed(void)
{
    struct registers now = registers();
    stack_t stack;
    int has_stack = sigaltstack(NULL, &stack) == 0 && !(stack.ss_flags & SS_DISABLE);
    return (now.floats != usual.floats ? FLOATS : 0) | (now.x87 != usual.x87 ? X87 : 0)
         | (now.direction != usual.direction ? DIRECTION : 0) | (has_stack ? SIGNAL_STACK : 0);
}

static void run(void *entry, const long *i)
{
    const double *r = control->reals;
    if (control->returns_real) {
        double result = ((real_entry *)entry)(ARGUMENTS);
        memcpy(&control->result, &result, sizeof result);
    } else {
        control->result = (uint64_t)((integer_entry *)entry)(ARGUMENTS);
    }
    control->changed = changed();
}

static void install(struct sock_filter *code, unsigned short length)
{
    struct sock_fprog program = { length, code };
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
        _exit(FAILED);
}

/* The sandbox's own filter must let this program be executed; nothing after it may be. */
static void forbid_execution(void)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_execve, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    install(code, sizeof code / sizeof *code);
}

/* All code there will ever be is loaded: nothing that is mapped from here on can be executed. */
static void forbid_new_code(void)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_pkey_mprotect, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    install(code, sizeof code / sizeof *code);
}

int main(int count, char **words)
{
    control = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, CONTROL, 0);
    if (count != 3 || control == MAP_FAILED)
        return FAILED;
    close(CONTROL);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    signal(SIGPIPE, SIG_DFL); /* whether it is ignored is inherited */
    forbid_execution();
    struct rlimit stack;
    if (!getrlimit(RLIMIT_STACK, &stack))
        stack_limit = stack.rlim_cur < DEEPEST ? stack.rlim_cur : DEEPEST;
    usual = registers();
    if (control->spin_nanoseconds)
        measure_spin();

    /* The last word before candidate code runs (constructors): what fails earlier is not the candidate's fault. */
    answer(1);
    uint32_t ring = await_ring(0);

    void *library = dlopen(words[1], RTLD_NOW | RTLD_LOCAL);
    if (!library)
        fail(NOT_LOADED, dlerror());
    void *entry = dlsym(library, words[2]);
    if (!entry)
        fail(NO_ENTRY, words[2]);
    forbid_new_code();

    static long integers[INTEGERS];
    control->status = READY;
    answer(ring);
    for (;;) {
        ring = await_ring(ring);
        if (control->phase == PREPARE) {
            prepare(integers);
            poison();
        } else {
            run(entry, integers);
        }
        answer(ring);
    }
}
