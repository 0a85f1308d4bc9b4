// task: prefix_sum
// refuted: equivalence
// What a function does to its own copy of a record, its caller never sees.
struct state {
    double sum;
};

static void add(struct state state, double x)
{
    state.sum += x;
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    struct state state = { 0.0 };
    for (int i = 0; i < n; i++) {
        add(state, x[i]);
        y[i] = state.sum;
    }
}
