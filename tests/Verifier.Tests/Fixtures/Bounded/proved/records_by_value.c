// task: prefix_sum
// says: bitwise
// A running sum and its position, passed and returned by value, from several returns and into a call of a call.
struct state {
    double sum;
    int position;
};

static struct state started(void)
{
    struct state state = { 0.0, 0 };
    return state;
}

static struct state advanced(struct state state, double x)
{
    if (x > 0.0) {
        struct state next = { state.sum + x, state.position + 1 };
        return next;
    }
    state.sum = state.sum + x;
    state.position++;
    return state;
}

static void keep(struct state state, double *y)
{
    y[state.position - 1] = state.sum;
    state.sum = 0.0;
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    struct state state = started();
    for (int i = 0; i + 1 < n; i += 2) {
        const struct state between = advanced(state, x[i]);
        keep(between, y);
        state = advanced(between, x[i + 1]);
        keep(state, y);
    }
    if (state.position < n)
        keep(advanced(state, x[n - 1]), y);
}
