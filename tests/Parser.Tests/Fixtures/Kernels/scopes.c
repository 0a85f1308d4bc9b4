/* Types are told apart by where they are declared, and members of unnamed members belong to the record around them. */
struct point { double x; };
typedef struct { int u; } alike;
struct alike { float u; };
struct deep { union { struct { int a, b; }; long l; }; enum inner { LEFT, RIGHT } side; };
struct clash { int unnamed_2; union { int v; }; } clashing = { 1, { 2 } };
struct flags { unsigned small : 3, : 2, rest : 4; };

int local(void)
{
    struct point { int z; } p = { 1 };
    struct { int w; } q = { 2 };
    enum { HERE = 7 } e = HERE;
    return p.z + q.w + (int)e;
}

double outer(struct point *p, alike *a, struct alike *b) { return p->x + a->u + b->u; }

long inside(struct deep *d, struct flags f) { return d->a + d->l + d->b * (d->side == RIGHT) + (int)sizeof f + clashing.v + clashing.unnamed_2; }
