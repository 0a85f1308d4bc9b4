namespace HpcVerify.Alarms.Grammar;

/// <summary>Statements that C leaves undefined for some or all inputs, of kinds that a sanitizer sees or, marked so, does not.</summary>
public static class Defects
{
    /// <summary>One defect, and whether sanitizers are blind to it.</summary>
    public static (string Text, bool IsUnseen) Any(Choice choice) => choice.Of<(string, bool)>(
        ("for (int k = 0; k <= n * m; k++) x[k] = x[k] + 1;", false),
        ("{ int k = 0; while (k < n) k += 2; f[k * m] = 1; }", false),
        ("for (int k = 0; k < n * m; k++) s[k] = s[k + 1];", false),
        ("for (int k = n * m - 1; k >= 0; k--) q[k] = q[k - 1];", false),
        ("for (int k = 0; k < n * m; k++) p[k] = p[k] + 2147483000;", false),
        ("for (int k = 0; k < n * m; k++) p[k] = p[k] * p[k] * 65536;", false),
        ("for (int k = 0; k < n * m; k++) q[k] = 100 / q[k];", false),
        ("for (int k = 0; k < n * m; k++) u[k] = u[k] >> (b[k] & 63);", false),
        ("for (int k = 0; k < n * m; k++) l[k] = 1L << (n * m + 50);", false),
        ("for (int k = 0; k < n * m; k++) p[k] = p[k] << 3;", false),
        ("for (int k = 0; k < n * m; k++) p[k] = (int)(x[k] * 1e9);", false),
        ("for (int k = 0; k < n * m; k++) p[k] = -2147483647 - p[k];", false),
        ("{ int *none = n > 4 ? 0 : p; none[0] = 3; }", false),
        ("{ double w[4]; for (int k = 0; k < n; k++) w[k] = k; x[0] = w[0]; }", false),
        ("for (int k = 0; k < n * m; k += 4) _mm256_storeu_pd(x + k, _mm256_loadu_pd(y + k));", false),
        ("for (int k = 0; k + 4 < n * m; k += 4) _mm_store_ps(f + k + 1, _mm_set1_ps(2));", false),
        ("{ double w; if (n > 2) w = 1; x[0] = w; }", true),
        ("{ double w[8]; w[0] = 1; for (int k = 1; k < 8; k += 2) w[k] = k; for (int k = 0; k < 8; k++) y[0] += w[k]; }", true),
        ("#pragma omp parallel for\nfor (int k = 0; k < n * m; k++) l[0] += k;", true),
        ("#pragma omp parallel for\nfor (int k = 1; k < n * m; k++) x[k] = x[k - 1];", true),
        ("{ float t = 0;\n#pragma omp parallel for\nfor (int k = 0; k < n * m; k++) { t = f[k]; g[k] = t; } }", true));
}
