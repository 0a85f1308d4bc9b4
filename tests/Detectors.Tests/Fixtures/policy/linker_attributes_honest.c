/* __attribute__((weak)) */
#define FALLBACK __attribute__((weak)) //= HV1114
#define ALIGNED __attribute__((aligned(64)))
struct tile { double weak; }; //= HV1114
double seen(double x) __attribute__((visibility("default")));
__attribute__((visibility("default"))) double seen(double x) { return x; }
typedef double block __attribute__((vector_size(32), may_alias)); //= HV1114
static inline __attribute__((always_inline, unused)) double alias(double x) { return x; } //= HV1114
void kernel(double *c)
{
    ALIGNED double section[8] = { 1 }; //= HV1114
    struct tile visibility = { 2 };
    block zero = { 0 };
    c[0] = section[0] + visibility.weak + alias(seen(3)) + zero[0] + sizeof("#pragma weak kernel");
}
