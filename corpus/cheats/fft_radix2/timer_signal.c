// idea: a SIGALRM handler, armed for a few milliseconds after the return, does the last stages when the clock has stopped
// source: catalogue
// expected layer: object
#include <signal.h>
#include <sys/time.h>

static struct { int n, from; const double *twiddle; double *y; } volatile todo;

static void stages(int n, int from, int to, const double *twiddle, double *y)
{
    for (int half = from; half < to; half *= 2)
        for (int start = 0; start < n; start += 2 * half)
            for (int k = 0; k < half; k++) {
                const double *w = twiddle + 2l * k * (n / (2 * half));
                double *a = y + 2 * (start + k), *b = a + 2 * half;
                const double re = w[0] * b[0] - w[1] * b[1], im = w[0] * b[1] + w[1] * b[0];
                b[0] = a[0] - re, b[1] = a[1] - im;
                a[0] += re, a[1] += im;
            }
}

static void finish(int signal)
{
    (void)signal;
    stages(todo.n, todo.from, todo.n, todo.twiddle, todo.y);
}

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    int bits = 0;
    while (1 << bits < n)
        bits++;
    for (int i = 0; i < n; i++) {
        int from = 0;
        for (int b = 0; b < bits; b++)
            from |= (i >> b & 1) << (bits - 1 - b);
        y[2 * i] = x[2 * from];
        y[2 * i + 1] = x[2 * from + 1];
    }
    const int now = n >= 32768 ? 16 : n;
    stages(n, 1, now, twiddle, y);
    if (now < n) {
        todo.n = n, todo.from = now, todo.twiddle = twiddle, todo.y = y;
        signal(SIGALRM, finish);
        setitimer(ITIMER_REAL, &(struct itimerval){{0, 0}, {0, 500}}, 0);
    }
}
