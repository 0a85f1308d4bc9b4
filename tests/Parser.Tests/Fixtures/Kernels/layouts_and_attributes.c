/* What only the compiler that scores would do: layouts, attributes and bit-fields that are read but not modelled. */
enum E { A, B = 300 };
void k1(long *o, int n) { enum E e = n; e >>= 1; o[0] = e; }
struct B { unsigned a : 3; unsigned char c; };
void k2(long *o, struct B *p) { o[0] = (p->a = 9); o[1] = p->c; }
struct __attribute__((packed)) P { char c; int i; double d; };
struct ok { char c; int i; double d; struct { float x; }; };
typedef double vd __attribute__((aligned(64)));
struct S { char c; vd d; };
struct A32 { double x; } __attribute__((aligned(32)));
#pragma pack(push, 1)
struct Q { char c; int i; };
#pragma pack(pop)
enum __attribute__((packed)) PE { X, Y, Z = 200 };
static int tp;
#pragma omp threadprivate(tp)
void k3(long *o) {
  tp = 1;
  const int *p = L"ab"; o[0] = p[0];
  static __thread int c; c++;
  unsigned __int128 b = -1; o[1] = b >> 64;
}
static void done(int *p) { (void)p; }
void k4(int n) { int x __attribute__((cleanup(done))) = n; for (n > 2 ? k1(0, 1) : k1(0, 2); n < 3; n++) x++; }
__attribute__((constructor)) static void init(void) { tp = 3; }
extern char **environ;
typedef double TA[];
void f2(TA a, TA b) { a[0] = b[0]; }
int sw(long n) { switch (n) { case -1U: return 1; case -1: return 2; case (1 << 3) - 1: return 3; case 'a' + 3: return 4; } return 0; }
__attribute__((optimize("fast-math"))) double fm(double x) { return x + 1; }
void at(int *x) {
#pragma omp atomic seq_cst
*x += 1;
#pragma omp parallel for schedule(monotonic:dynamic,1)
for (int i = 0; i < 3; i++) x[i] = 0;
}
