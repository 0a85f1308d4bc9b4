#include <stddef.h>

void merged(int *a, size_t n, int m)
{
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (a[i] > 0) {
            at += 2;
            continue;
        }
        at += 2;
        a[at] = 1;
    }
    a[at] = 5;
    for (size_t k = n; k-- > 0;)
        a[k] = 0;
    for (int i = 0; i < 10; i++) {
        const int b = i < 5 ? i : m;
        a[b] = 1;
        if (b == 3)
            return;
    }
    a[0] = 7;
}
