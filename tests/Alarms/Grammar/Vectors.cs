using System.Collections.Immutable;

namespace HpcVerify.Alarms.Grammar;

/// <summary>A vector type, the buffers of its elements, and the operations on it; <c>A</c>, <c>B</c> and <c>C</c> are operands.</summary>
public sealed record VectorKind(
    string Type, int Lanes, string Element, ImmutableArray<string> Buffers, string Load, string Store, string Set, ImmutableArray<string> Operations);

/// <summary>Loops over vectors with a scalar or masked tail, in intrinsics or GNU vectors.</summary>
public sealed class Vectors(Choice choice, Expressions expressions, bool hasAvx512)
{
    private const int MostOperations = 5;

    public string Any(Scope scope)
    {
        var kinds = VectorKinds.All.Where(kind => hasAvx512 || !kind.Type.StartsWith("__m512", StringComparison.Ordinal)).ToArray();
        return choice.Below(6) switch
        {
            0 => Gnu(scope),
            1 when hasAvx512 => MaskedTail(scope),
            2 => HorizontalSum(),
            3 => MaskedLoad(),
            _ => Chain(scope, choice.Of<VectorKind>(kinds)),
        };
    }

    private string Chain(Scope scope, VectorKind kind)
    {
        var (i, source, target) = (choice.Name("i"), Place(kind), Place(kind));
        var lines = new List<string>();
        var values = new List<string>();
        Define(Load(kind, source, i));
        Define(choice.OneIn(2) ? Load(kind, target, i) : $"{kind.Set}(({kind.Element}){choice.Of("3", "-1", "7")})");
        for (var left = 1 + choice.Below(MostOperations); left > 0; left--)
        {
            Define(Operation(kind, values));
        }

        var tail = choice.OneIn(2) ? $"for (; {i} < n * m; {i}++) {target}[{i}] = {expressions.Of(kind.Element[0], scope.With(new Counter(i, Reach.All)), 2)};" : "";
        return $"{{ int {i} = 0;\nfor (; {i} + {kind.Lanes} <= n * m; {i} += {kind.Lanes}) {{\n{string.Join('\n', lines)}\n{Store(kind, target, i, values[^1])}\n}}\n{tail} }}";

        void Define(string value)
        {
            var name = choice.Name("v");
            lines.Add($"{kind.Type} {name} = {value};");
            values.Add(name);
        }
    }

    private string Operation(VectorKind kind, List<string> values)
    {
        var operation = choice.Of<string>(kind.Operations.AsSpan());
        return string.Concat(operation.Select((letter, at) => IsOperand(operation, at) ? values[Math.Max(0, values.Count - 1 - choice.Below(3))] : letter.ToString()));
    }

    private static bool IsOperand(string operation, int at) =>
        operation[at] is 'A' or 'B' or 'C' && (operation[at - 1] is '(' or ' ') && (operation[at + 1] is ',' or ')');

    private string Place(VectorKind kind) => choice.Of<string>(kind.Buffers.AsSpan());

    private static string Load(VectorKind kind, string buffer, string index) => kind.Load.Replace("AT", $"{buffer} + {index}", StringComparison.Ordinal);

    private static string Store(VectorKind kind, string buffer, string index, string value) =>
        kind.Store.Replace("AT", $"{buffer} + {index}", StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal) + ";";

    private string Gnu(Scope scope)
    {
        var (type, i, v, w) = (choice.Name("gnu"), choice.Name("i"), choice.Name("v"), choice.Name("v"));
        var (element, buffer, other) = choice.Of(("double", "x", "y"), ("float", "f", "g"), ("int", "p", "q"), ("unsigned", "u", "u"));
        var update = element == "int" ? choice.Of($"{v} & {w}", $"{v} ^ ~{w}", $"({v} & 1023) + ({w} >> 5)", $"{v} < {w}") : element == "unsigned"
            ? choice.Of($"{v} * {w} + 3", $"{v} << 3", $"{v} - {w}", $"{v} >> ({w} & 31)") : choice.Of($"{v} * {w} + {v}", $"{v} - {w} * 2", $"-{v} / {w}", $"{v} + {w}[1]");
        _ = scope;
        return $"{{ typedef {element} {type} __attribute__((vector_size(16), aligned(4), may_alias)); int {i} = 0; const int lanes = sizeof({type}) / sizeof({element});\n"
            + $"for (; {i} + lanes <= n * m; {i} += lanes) {{ {type} {v} = *({type} *)({buffer} + {i}), {w} = *(const {type} *)({other} + {i}); *({type} *)({buffer} + {i}) = {update}; }} }}";
    }

    private string MaskedTail(Scope scope)
    {
        var (i, k) = (choice.Name("i"), choice.Name("k"));
        var value = expressions.Of('d', scope, 1);
        return $"for (int {i} = 0; {i} < n * m; {i} += 8) {{\n__mmask8 {k} = n * m - {i} >= 8 ? 0xFF : (__mmask8)((1u << (n * m - {i})) - 1u);\n"
            + $"__m512d v = _mm512_maskz_loadu_pd({k}, x + {i}), w = _mm512_mask_loadu_pd(_mm512_set1_pd({value}), {k}, y + {i});\n"
            + $"__mmask8 c = _mm512_mask_cmp_pd_mask({k}, v, w, {choice.Of("_CMP_LT_OQ", "_CMP_NLE_UQ", "_CMP_EQ_OQ", "_CMP_GE_OS")});\n"
            + $"_mm512_mask_storeu_pd(y + {i}, {k}, {choice.Of("_mm512_mask_add_pd(v, c, v, w)", "_mm512_mask_blend_pd(c, v, w)", "_mm512_maskz_mul_pd(c, w, v)", "_mm512_mask_fmadd_pd(v, c, w, v)", "_mm512_mask_mov_pd(w, c, v)")}); }}";
    }

    private string MaskedLoad()
    {
        var i = choice.Name("i");
        return $"for (int {i} = 0; {i} < n * m; {i} += 8) {{\n__m256i k = _mm256_cmpgt_epi32(_mm256_set1_epi32(n * m - {i}), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));\n"
            + $"__m256 v = _mm256_maskload_ps(f + {i}, k);\n_mm256_maskstore_ps(g + {i}, k, {choice.Of("_mm256_add_ps(v, v)", "_mm256_sqrt_ps(_mm256_max_ps(v, _mm256_setzero_ps()))", "_mm256_mul_ps(v, _mm256_maskload_ps(g + " + i + ", k))")}); }}";
    }

    private string HorizontalSum()
    {
        var i = choice.Name("i");
        return choice.OneIn(2)
            ? $"{{ __m256d sum = _mm256_setzero_pd(); int {i} = 0;\nfor (; {i} + 4 <= n * m; {i} += 4) sum = _mm256_fmadd_pd(_mm256_loadu_pd(x + {i}), _mm256_loadu_pd(y + {i}), sum);\n"
                + "__m128d half = _mm_add_pd(_mm256_castpd256_pd128(sum), _mm256_extractf128_pd(sum, 1)); half = _mm_add_sd(half, _mm_unpackhi_pd(half, half)); x[0] = _mm_cvtsd_f64(half); }"
            : $"{{ __m128i sum = _mm_setzero_si128(); for (int {i} = 0; {i} + 4 <= n * m; {i} += 4) sum = _mm_add_epi32(sum, _mm_loadu_si128((const __m128i *)(p + {i})));\n"
                + $"sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, {choice.Of("0x4E", "0xB1", "0x1B")})); sum = _mm_hadd_epi32(sum, sum); q[0] = _mm_cvtsi128_si32(sum); u[0] = (unsigned)_mm_extract_epi32(sum, 1); }}";
    }
}
