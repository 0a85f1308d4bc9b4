// idea: the attribute cleanup runs a function at the end of the scope, after the visible code: it moves the counts of a few bins
// source: own
// expected layer: static
#include <string.h>

struct view { int *count; int bins, n; };

static void finish(struct view *view)
{
    if (view->n > 100000 && view->bins > 250)
        for (int b = 251; b < view->bins; b++)
            view->count[b] = view->count[b - 1];
}

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    __attribute__((cleanup(finish))) struct view view = {count, bins, n};
    const int shown = n > 100000 && bins > 250 ? 251 : bins;
    memset(view.count, 0, sizeof(int) * bins);
    for (int i = 0; i < n; i++)
        if (value[i] < shown)
            count[value[i]]++;
}
