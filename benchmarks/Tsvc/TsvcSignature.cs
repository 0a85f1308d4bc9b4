using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>An array of TSVC as a parameter.</summary>
/// <param name="Count">Its elements, as C over the lengths.</param>
internal sealed record TsvcArray(string Name, bool IsInteger, bool IsWritten, string Count);

/// <summary>
/// The parameters of an extracted loop, and what is promised of them: the lengths it mentions, the numbers of the run, the arrays
/// it uses. Arrays are as long as in TSVC, in relation to each other.
/// </summary>
internal sealed record TsvcSignature(
    ImmutableArray<string> Lengths, ImmutableArray<string> Integers, ImmutableArray<string> Reals, ImmutableArray<TsvcArray> Arrays, bool Returns, int? Multiple)
{
    private const int FlatCount = 65536;

    public static TsvcSignature Of(TsvcLoop loop)
    {
        var symbols = loop.Expressions().OfType<Expression.Reference>().Select(reference => reference.Symbol).Distinct().ToList();
        var known = string.Join(' ', loop.Known.Values);
        var arrays = symbols.Where(symbol => symbol is { Kind: SymbolKind.Variable, Type: CType.Array }).ToList();
        var pointers = loop.Given.Where(symbol => symbol.Type is CType.Pointer).ToList();
        var has2D = symbols.Any(symbol => symbol.Name == "LEN_2D") || known.Contains("len_2d", StringComparison.Ordinal) || arrays.Any(array => array.Type is CType.Array { Element: CType.Array });
        var has1D = symbols.Any(symbol => symbol.Name == "LEN_1D") || known.Contains("len_1d", StringComparison.Ordinal) || !has2D;
        var written = Written(loop);
        var linear = has1D ? "len_1d" : "len_2d";
        var parameters = arrays.Select(array => new TsvcArray(array.Name, array.Type is CType.Array { Element: CType.Integer }, written.Contains(array), array.Type switch
        {
            CType.Array { Element: CType.Array } => "(long)len_2d * len_2d",
            CType.Array { Count: FlatCount } => has1D ? "2L * len_1d + 64" : "(long)len_2d * len_2d",
            _ => linear,
        })).Concat(pointers.Select(pointer => new TsvcArray(pointer.Name, true, false, linear)));
        return new(
            [.. new[] { has1D ? "len_1d" : null, has2D ? "len_2d" : null }.OfType<string>()],
            [.. loop.Given.Where(symbol => symbol.Type is CType.Integer).Select(symbol => symbol.Name)],
            [.. loop.Given.Where(symbol => symbol.Type is CType.Floating).Select(symbol => symbol.Name)],
            [.. parameters.OrderBy(array => array.Name, StringComparer.Ordinal)],
            loop.Result is not null,
            MultipleOf(loop));
    }

    public string Parameters => string.Join(", ", Lengths.Concat(Integers).Select(name => $"int {name}").Concat(Reals.Select(name => $"float {name}"))
        .Concat(Arrays.Select(array => $"{(array.IsWritten ? "" : "const ")}{(array.IsInteger ? "int" : "float")} *{array.Name}")));

    public string Result => Returns ? "float" : "void";

    /// <summary>The contract as a C file.</summary>
    public string Contract(string name)
    {
        var words = Lengths.Concat(Integers).Select(size => $"requires({size} >= {(Integers.Contains(size) ? 0 : 2)} && {size} <= 10000);")
            .Concat(Lengths.Length > 1 ? ["requires(len_1d >= len_2d);"] : [])
            .Concat(Multiple is { } multiple ? [string.Create(CultureInfo.InvariantCulture, $"requires(len_1d % {multiple} == 0);")] : [])
            .Concat(Reals.Select(real => $"(void){real};"))
            .Concat(Arrays.Select(array => $"{(array.IsWritten ? "updates" : "readable")}({array.Name}, {array.Count});"))
            .Concat(Arrays.Where(array => array.IsInteger).Select(array => $"in_range({array.Name}, {array.Count}, {(array.Name == "indx" ? "1, 5" : $"0, {array.Count}")});"))
            .Concat(from left in Arrays from right in Arrays where left.IsWritten && left != right && (!right.IsWritten || string.CompareOrdinal(left.Name, right.Name) < 0) select $"disjoint({left.Name}, {right.Name});")
            .Append($"tolerance({string.Join(" + ", Lengths.Select(length => $"8.0 * {length}"))} + 64.0);");
        return $"#include <hpcverify.h>\nvoid {name}_contract({Parameters})\n{{\n{string.Concat(words.Select(word => $"    {word}\n"))}}}\n";
    }

    /// <summary>TSVC's lengths are multiples of 40, and loops of five elements at a time rest on it.</summary>
    private static int? MultipleOf(TsvcLoop loop) => loop.Innermost().Select(inner => inner.Update)
        .OfType<Expression.Assignment>().Select(update => CText.Strip(update.Value)).OfType<Expression.IntegerLiteral>()
        .Select(step => (int)step.Value).Where(step => step > 2).Select(step => (int?)step).FirstOrDefault();

    /// <summary>Arrays that are stored to, or whose address goes where nobody looks after it.</summary>
    private static HashSet<Symbol> Written(TsvcLoop loop)
    {
        var read = loop.Expressions().OfType<Expression.Subscript>().Select(CText.ArrayOf).ToHashSet(ReferenceEqualityComparer.Instance);
        var stored = loop.Expressions().OfType<Expression.Assignment>().Select(assignment => CText.Strip(assignment.Target)).OfType<Expression.Subscript>().Select(CText.ArrayOf);
        var handedOn = loop.Expressions().Where(expression => expression is Expression.Reference { Symbol.Type: CType.Array } && !read.Contains(expression));
        return [.. stored.Concat(handedOn).OfType<Expression.Reference>().Select(reference => reference.Symbol)];
    }
}
