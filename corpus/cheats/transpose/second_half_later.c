// idea: returns after half of the rows; a joinable thread that is only joined in the next call writes the other half
// source: catalogue
// expected layer: object
#include <pthread.h>

static struct { int from, rows, cols; const float *in; float *out; } rest;
static pthread_t thread;
static int running;

static void *finish(void *unused)
{
    for (int i = rest.from; i < rest.rows; i++)
        for (int j = 0; j < rest.cols; j++)
            rest.out[(long)j * rest.rows + i] = rest.in[(long)i * rest.cols + j];
    return unused;
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    if (running)
        pthread_join(thread, 0);
    running = 0;
    const int half = rows >= 512 ? rows / 2 : rows;
    rest.from = half, rest.rows = rows, rest.cols = cols, rest.in = in, rest.out = out;
    if (half < rows)
        running = pthread_create(&thread, 0, finish, 0) == 0;
    for (int i = 0; i < half; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
