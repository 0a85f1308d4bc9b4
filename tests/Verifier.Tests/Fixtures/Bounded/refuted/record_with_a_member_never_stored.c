// task: prefix_sum
// refuted: memory
// A record may be copied with a member that holds nothing, but that member may not be read.
struct state {
    double sum, last;
};

static struct state of(double sum)
{
    struct state state;
    state.sum = sum;
    return state;
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    struct state state = of(0.0);
    for (int i = 0; i < n; i++) {
        state = of(state.sum + x[i]);
        y[i] = state.sum + state.last;
    }
}
