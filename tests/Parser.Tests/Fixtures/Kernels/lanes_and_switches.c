/* GNU vectors, fall-through, jumps, and conditions that change something. */
typedef float lanes __attribute__((vector_size(16)));
typedef int marks __attribute__((vector_size(16)));

float lanes_and_switches(const float *a, int n)
{
    lanes x = { 1, 2, 3, 4 }, y = *(const lanes *)a, z = x * y + 2.0f;
    marks above = z > x;
    float rest = z[n & 3] + above[0];
    x[2] = rest;
    switch (n % 4) {
    case 3:
        rest += a[2];
    case 2:
        rest += a[1];
        break;
    case 1 ... 1:
        goto done;
    default:
        rest = -rest;
    }
    while (n-- > 0 && *a++ != 0.0f)
        if (n == 7)
            continue;
        else if ((rest += 1.0f) > 9)
            break;
    do
        rest *= 0.5f;
    while (rest > 1);
done:
    return rest + x[2];
}
