/* Runs every kernel of a batch on every call, each in a process of its own, and writes what the buffers hold then.
   usage: program inputs outputs. A kernel that dies is answered by status 1 and a line on stderr. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BUFFERS = 10, SECONDS = 20 };
static const int widths[BUFFERS] = { 8, 8, 4, 4, 4, 4, 4, 2, 1, 8 };

typedef long kernel_t(double *, double *, float *, float *, int *, int *, unsigned *, short *, unsigned char *, long *, int, int);
extern kernel_t *const kernels[];
extern const int kernel_count;

typedef struct { int n, m, threads; const char *bytes; size_t offset; } call_t;

static size_t bytes_of(const call_t *call)
{
    size_t sum = 0;
    for (int k = 0; k < BUFFERS; k++)
        sum += (size_t)call->n * call->m * widths[k];
    return sum;
}

/* Buffers end where their last element does, so that a sanitizer sees one element too many. */
static void run(kernel_t *kernel, const call_t *call, char *answer)
{
    void *buffers[BUFFERS];
    const char *from = call->bytes;
    for (int k = 0; k < BUFFERS; k++) {
        size_t length = (size_t)call->n * call->m * widths[k];
        if (posix_memalign(&buffers[k], 64, length ? length : 1))
            _exit(99);
        memcpy(buffers[k], from, length);
        from += length;
    }
    omp_set_dynamic(0);
    omp_set_num_threads(call->threads);
    long returned = kernel(buffers[0], buffers[1], buffers[2], buffers[3], buffers[4], buffers[5], buffers[6], buffers[7],
                           buffers[8], buffers[9], call->n, call->m);
    memcpy(answer + 1, &returned, sizeof returned);
    answer += 1 + sizeof returned;
    for (int k = 0; k < BUFFERS; k++) {
        size_t length = (size_t)call->n * call->m * widths[k];
        memcpy(answer, buffers[k], length);
        answer += length;
        free(buffers[k]);
    }
}

static void report(int kernel, int call, int status, const char *path)
{
    char line[1000], kept[1000] = "";
    FILE *messages = fopen(path, "r");
    while (messages && fgets(line, sizeof line, messages))
        if (!kept[0] && (strstr(line, "runtime error:") || strstr(line, "ERROR: AddressSanitizer")))
            strcpy(kept, line);
    if (messages)
        fclose(messages);
    kept[strcspn(kept, "\n")] = 0;
    fprintf(stderr, "%d %d %d %s\n", kernel, call, status, kept);
}

int main(int count, char **words)
{
    if (count != 3)
        return 2;
    FILE *inputs = fopen(words[1], "rb");
    int calls = 0;
    if (!inputs || fread(&calls, sizeof calls, 1, inputs) != 1)
        return 2;
    call_t *all = calloc(calls, sizeof *all);
    size_t total = 0;
    for (int c = 0; c < calls; c++) {
        if (fread(&all[c].n, sizeof(int), 3, inputs) != 3)
            return 2;
        size_t length = bytes_of(&all[c]);
        char *bytes = malloc(length + 1);
        if (fread(bytes, 1, length, inputs) != length)
            return 2;
        all[c].bytes = bytes;
        all[c].offset = total;
        total += 1 + sizeof(long) + length;
    }
    char messages[1000];
    snprintf(messages, sizeof messages, "%s.messages", words[2]);
    char *shared = mmap(0, total + sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    FILE *outputs = fopen(words[2], "wb");
    for (int k = 0; k < kernel_count; k++) {
        memset(shared, 0, total);
        for (int c = 0; c < calls; c++) {
            /* A process of its own for every call: one that is undefined may spoil those after it. */
            fflush(0);
            pid_t child = fork();
            if (child == 0) {
                dup2(open(messages, O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
                alarm(SECONDS);
                run(kernels[k], &all[c], shared + all[c].offset);
                _exit(0);
            }
            int status = 0;
            waitpid(child, &status, 0);
            if (status != 0) {
                shared[all[c].offset] = 1;
                report(k, c, status, messages);
            }
        }
        fwrite(shared, 1, total, outputs);
    }
    fclose(outputs);
    unlink(messages);
    return 0;
}
