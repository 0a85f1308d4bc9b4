// idea: makes the pages of out inaccessible and returns; a SIGSEGV handler fills each page when the checker touches it, after the clock has stopped
// source: own
// expected layer: object
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>

static struct { int rows, cols; const float *in; float *out; uintptr_t from, to; } job;

static void fill(long from, long to)
{
    for (long at = from; at < to; at++)
        job.out[at] = job.in[(at % job.rows) * job.cols + at / job.rows];
}

static void touched(int number, siginfo_t *info, void *context)
{
    (void)context;
    const uintptr_t page = (uintptr_t)info->si_addr & ~4095ul;
    if (page < job.from || page >= job.to) {
        signal(number, SIG_DFL);
        return;
    }
    mprotect((void *)page, 4096, PROT_READ | PROT_WRITE);
    fill((page - (uintptr_t)job.out) / 4, (page - (uintptr_t)job.out) / 4 + 1024);
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const long all = (long)rows * cols;
    job.rows = rows, job.cols = cols, job.in = in, job.out = out;
    job.from = ((uintptr_t)out + 4095) & ~4095ul;
    job.to = (uintptr_t)(out + all) & ~4095ul;
    if (all < 1 << 18 || (uintptr_t)out % 4 != 0) {
        fill(0, all);
        return;
    }
    fill(0, (job.from - (uintptr_t)out) / 4);
    fill((job.to - (uintptr_t)out) / 4, all);
    struct sigaction action = {.sa_flags = SA_SIGINFO | SA_NODEFER};
    action.sa_sigaction = touched;
    sigaction(SIGSEGV, &action, 0);
    mprotect((void *)job.from, job.to - job.from, PROT_NONE);
}
