/* What goes where in a braced initializer: designators, elided braces, and what is left out between. */
struct point { double x, y; };
struct line { struct point a, b; int n; };
union bits { double number; long whole; };
struct tagged { int kind; union { int count; float share; }; };
enum state { IDLE, BUSY = 4 };
typedef double lanes __attribute__((vector_size(32)));

static const double weights[2][3] = { [0] = { 1, 2, 3 }, [1] = { [2] = 9 } };
static struct point origin = { .y = 2, .x = 1 };
static const int elided[2][2][2] = { 1, 2, { 3, 4 }, { { 5 }, 6 } };
static struct line lines[3] = { [1].b.x = 1, 2, 3, { .n = 4 } };
static struct line half = { .b = { 1 }, 7 };
static char texts[2][4] = { "abc", { 'd' } };
static struct point *places[2] = { [1] = &origin };
static enum state states[3] = { [2] = BUSY };
static union bits first = { 3 }, second = { .number = 4 };
static struct tagged unnamed = { 1, { 2 } };
static struct { lanes v; _Bool flag; } packed = { { 1, 2 }, 1 };

double last(struct point p, int i)
{
    struct point here[2] = { p, { .y = i } };
    struct line l = { p, .n = i };
    return here[1].y + l.n + unnamed.count + ((struct point){ .y = p.x }).y + (states[i] == BUSY ? packed.v[i] : weights[1][i]);
}

/* Not modelled: which of two initializers a compiler evaluates, ranges, and other members of a union than the first. */
static int twice[3] = { [0] = 1, [0] = 2 };
static int range[5] = { [1 ... 3] = 7 };
static union bits other = { .whole = 4 };
