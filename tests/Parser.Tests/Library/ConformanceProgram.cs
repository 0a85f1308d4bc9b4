using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HpcVerify.Parser.Tests.Library;

/// <summary>The C text that calls every model, compiled once against the models and once against the real headers.</summary>
internal static class ConformanceProgram
{
    private static readonly ImmutableArray<int> EightBitImmediates =
        [0, 1, 2, 3, 4, 7, 8, 15, 16, 0x1b, 0x20, 0x31, 0x39, 0x4e, 0x55, 0x88, 0x93, 0xaa, 0xb1, 0xcc, 0xe4, 0xff];

    private static readonly ImmutableArray<int> ShiftCounts = [0, 1, 5, 31, 32, 33, 63, 64, 200];

    /// <summary>The headers whose definitions are compared; the model library's others define nothing of their own.</summary>
    public static readonly ImmutableArray<string> Includes =
        ["immintrin.h", "math.h", "stdlib.h", "string.h", "ctype.h", "malloc.h", "omp.h"];

    private static readonly FrozenDictionary<string, string> Incomparable = new Dictionary<string, string>
    {
        ["rand"] = "the value is any",
        ["srand"] = "there is nothing to see",
        ["div"] = "division traps on some operands",
        ["ldiv"] = "division traps on some operands",
        ["lldiv"] = "division traps on some operands",
    }.ToFrozenDictionary();

    private static readonly ImmutableArray<string> Allocation =
        ["malloc", "calloc", "free", "aligned_alloc", "posix_memalign", "memalign", "_mm_malloc", "_mm_free"];

    /// <summary>Why the real function's result says nothing about the model's, or null when it does.</summary>
    public static string? ReasonNotToCompare(Model model) =>
        model.Name.Contains("undefined", StringComparison.Ordinal) ? "the value is indeterminate"
        : Allocation.Contains(model.Name) ? "a new object is not comparable"
        : model.Header == "omp.h" ? "the runtime decides"
        : Incomparable.GetValueOrDefault(model.Name);

    /// <summary>Whether the generator knows operands for every parameter, and how to compare the result.</summary>
    public static bool CanCall(Model model) =>
        ResultKindOf(model.Result) != ' ' && model.Parameters.All(parameter => KindOf(model, parameter) != ' ');

    public static string TextFor(IEnumerable<Model> models)
    {
        var text = new StringBuilder("#include \"conformance.h\"\n");
        text.AppendJoin("", Includes.Select(header => $"#include <{header}>\n"));
        var table = new StringBuilder("const struct conformance_case CASES[] = {\n");
        var number = 0;
        foreach (var (model, constant) in models.SelectMany(model => ConstantsFor(model).Select(constant => (model, constant))))
        {
            text.Append(CallOf(model, constant, ++number));
            table.Append(RowOf(model, constant, number));
        }

        return text.Append(table).Append("    { 0, 0, 0, 0, 0 }\n};\n").ToString();
    }

    private static IEnumerable<int> ConstantsFor(Model model) =>
        model.Parameters.Select(parameter => parameter.Name).FirstOrDefault(IsConstant) switch
        {
            null => [0],
            "scale" => [1, 2, 4, 8],
            "count" => ShiftCounts,
            "hint" => [0, 3],
            "imm8" when IsShift(model) => ShiftCounts,
            "imm8" when model.Name.Contains("_mask", StringComparison.Ordinal) => EightBitImmediates.Where((_, i) => i % 4 == 3),
            "imm8" => EightBitImmediates,
            var name => Enumerable.Range(0, 1 << int.Parse(name[^1..], CultureInfo.InvariantCulture)),
        };

    private static bool IsShift(Model model) =>
        new[] { "slli", "srli", "srai", "kshift" }.Any(operation => model.Name.Contains(operation, StringComparison.Ordinal));

    private static bool IsConstant(string name) =>
        name is "scale" or "count" or "hint" || name.StartsWith("imm", StringComparison.Ordinal);

    private static string CallOf(Model model, int constant, int number)
    {
        var loads = model.Parameters.Select((parameter, i) => KindOf(model, parameter) switch
        {
            'c' => "",
            'p' => $"    {parameter.Type} x{i} = ({parameter.Type})(memory + {PointersBefore(model, i)} * OBJECT);\n",
            _ => $"    {parameter.Type} x{i}; __builtin_memcpy(&x{i}, operands + {i} * SLOT, sizeof x{i});\n",
        });
        var arguments = string.Join(", ", model.Parameters.Select((parameter, i) =>
            KindOf(model, parameter) != 'c' ? $"x{i}" : parameter.Name == "hint" ? $"(enum _mm_hint){constant}" : $"{constant}"));
        var call = $"{model.Name}({arguments})";
        var body = ResultKindOf(model.Result) == 'v'
            ? $"    {call};\n"
            : $"    {model.Result} r = {call};\n    __builtin_memcpy(result, &r, sizeof r);\n";
        return $"static void call_{number}(const unsigned char *operands, unsigned char *memory, unsigned char *result)\n"
            + $"{{\n    (void)operands, (void)memory, (void)result;\n{string.Concat(loads)}{body}}}\n";
    }

    private static int PointersBefore(Model model, int position) =>
        model.Parameters.Take(position).Count(parameter => KindOf(model, parameter) == 'p');

    private static string RowOf(Model model, int constant, int number)
    {
        var kinds = string.Concat(model.Parameters.Select(parameter => KindOf(model, parameter)));
        var name = kinds.Contains('c', StringComparison.Ordinal) ? $"{model.Name}({constant})" : model.Name;
        return $"    {{ \"{name}\", \"{kinds}\", '{ResultKindOf(model.Result)}', {SizeOf(model)}, call_{number} }},\n";
    }

    /// <summary>A widening cast leaves the upper lanes indeterminate, so only the operand's size is compared.</summary>
    private static string SizeOf(Model model) =>
        ResultKindOf(model.Result) == 'v' ? "0"
        : !model.Name.Contains("_cast", StringComparison.Ordinal) ? $"sizeof({model.Result})"
        : $"sizeof({model.Result}) < sizeof({model.Parameters[0].Type}) ? sizeof({model.Result}) : sizeof({model.Parameters[0].Type})";

    private static char KindOf(Model model, Model.Parameter parameter) =>
        IsConstant(parameter.Name) ? 'c'
        : parameter.Type.Contains('*', StringComparison.Ordinal) ? 'p'
        : parameter.Name == "size" ? 'n'
        : parameter.Name == "character" ? 'h'
        : parameter.Name != "index" ? ResultKindOf(parameter.Type)
        : model.Name.Contains("i32gather", StringComparison.Ordinal) || model.Name.Contains("i32scatter", StringComparison.Ordinal) ? 'x' : 'X';

    private static char ResultKindOf(string type) => type switch
    {
        "void" or "void *" => 'v',
        "double" or "__m128d" or "__m256d" or "__m512d" => 'd',
        "float" or "__m128" or "__m256" or "__m512" => 'f',
        "char" or "short" or "int" or "long" or "long long" => 'i',
        "unsigned char" or "unsigned short" or "unsigned int" or "unsigned long long" or "size_t" => 'i',
        "__m128i" or "__m256i" or "__m512i" or "__mmask8" or "__mmask16" or "__mmask32" or "__mmask64" => 'i',
        _ => ' ',
    };
}
