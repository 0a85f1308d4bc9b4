#define PAIRWISE(type, name)                           \
    static type name(const type *x, const type *y, int n) \
    {                                                  \
        type name##_a = 0, name##_b = 0;               \
        int i = 0;                                     \
        while (i + 1 < n) {                            \
            name##_a += x[i] * y[i];                   \
            name##_b += x[i + 1] * y[i + 1];           \
            i += 2;                                    \
        }                                              \
        if (n % 2)                                     \
            name##_a += x[i] * y[i];                   \
        return name##_a + name##_b;                    \
    }

PAIRWISE(float, pairwise_float)

float kernel(const float *x, const float *y, int n)
{
    return pairwise_float(x, y, n);
}
