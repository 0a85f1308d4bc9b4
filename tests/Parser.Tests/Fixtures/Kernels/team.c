/* OpenMP as matmul kernels use it: who works, who waits, and what belongs to whom. */
static int limit = 8;

void team(double *a, const double *b, int n, int chunk)
{
    double sum = 0.0, last = 0.0, scale = 2.0;
    int count = 0, offset = 3;
#pragma omp parallel num_threads(4) if(n > 100) default(none) shared(a, b, n, chunk, sum, count, last, limit) firstprivate(scale) private(offset)
    {
        offset = 1;
#pragma omp for schedule(dynamic, chunk) nowait
        for (int i = 0; i < n; i++)
            a[i] = b[i] * scale + offset;
#pragma omp for collapse(2) schedule(static) reduction(+ : sum) lastprivate(last)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < limit; j++) {
                last = b[i] + j;
                sum += last;
            }
#pragma omp barrier
#pragma omp single
        count = 1;
#pragma omp single nowait
        count += 0;
#pragma omp master
        a[0] = sum;
#pragma omp critical (total)
        count += 2;
#pragma omp atomic
        count += 3;
#pragma omp atomic write
        last = 4.0;
#pragma omp sections
        {
            a[1] = 1.0;
#pragma omp section
            a[2] = 2.0;
        }
#pragma omp for ordered schedule(static, 1)
        for (int i = 0; i < n; i++) {
#pragma omp ordered
            a[i] += 1.0;
        }
    }
#pragma omp parallel for simd linear(offset : 2) reduction(max : last) safelen(8)
    for (int i = 0; i < n; i++) {
        last = b[i] > last ? b[i] : last;
        offset += 2;
    }
#pragma omp parallel
#pragma omp single
    {
#pragma omp task firstprivate(n) shared(a)
        a[n - 1] = 0.0;
#pragma omp taskwait
    }
#pragma omp simd aligned(a, b : 64)
    for (int i = 0; i < n; i++)
        a[i] += b[i];
    a[0] += sum + last + count + offset;
}
