using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>Expressions of a loop body for four iterations at once, in SSE intrinsics; what has none is computed lane by lane.</summary>
internal sealed class VectorValues(LoopShape shape, ImmutableDictionary<Symbol, ScalarRole> scalars, CText text)
{
    public const int Lanes = 4;

    private static readonly ImmutableDictionary<BinaryOperator, string> Arithmetic = new Dictionary<BinaryOperator, string>
    {
        [BinaryOperator.Add] = "add",
        [BinaryOperator.Subtract] = "sub",
        [BinaryOperator.Multiply] = "mul",
        [BinaryOperator.Divide] = "div",
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<BinaryOperator, string> Comparisons = new Dictionary<BinaryOperator, string>
    {
        [BinaryOperator.Less] = "lt",
        [BinaryOperator.LessOrEqual] = "le",
        [BinaryOperator.Greater] = "gt",
        [BinaryOperator.GreaterOrEqual] = "ge",
        [BinaryOperator.Equal] = "eq",
        [BinaryOperator.NotEqual] = "neq",
    }.ToImmutableDictionary();

    /// <summary>The name of a scalar's four values.</summary>
    public static string VectorOf(Symbol scalar) => $"{scalar.Name}_lanes";

    /// <summary>An expression in one of the four iterations.</summary>
    public string Lane(Expression expression, int lane) => (text with
    {
        OtherExpression = part => part is Expression.Reference { Symbol: var symbol }
            ? symbol == shape.Index ? OrderedTransformations.Lane(shape, lane)
            : scalars.GetValueOrDefault(symbol, ScalarRole.Sum) is ScalarRole.Private or ScalarRole.Induction && symbol.Type is CType.Integer ? string.Create(CultureInfo.InvariantCulture, $"{symbol.Name}_{lane}")
            : scalars.ContainsKey(symbol) ? Strange($"a vector of '{symbol.Type}' where a number is needed")
            : null
            : null,
    }).Of(expression);

    public string Vector(Expression expression) => Plain(expression) switch
    {
        Expression.Reference { Symbol: var symbol } when scalars.GetValueOrDefault(symbol, ScalarRole.Carried) == ScalarRole.Private && symbol.Type is CType.Floating => VectorOf(symbol),
        var invariant when IsInvariant(invariant) => $"_mm_set1_ps({text.Of(invariant)})",
        Expression.Binary binary when IsSingle(binary) && Arithmetic.TryGetValue(binary.Operator, out var name) => $"_mm_{name}_ps({Vector(binary.Left)}, {Vector(binary.Right)})",
        Expression.Unary { Operator: UnaryOperator.Minus } unary when IsSingle(unary) => $"_mm_sub_ps(_mm_set1_ps(-0.0f), {Vector(unary.Operand)})",
        Expression.Subscript subscript when IsSuccessive(subscript) => $"_mm_loadu_ps(&{Lane(subscript, 0)})",
        var other => $"_mm_setr_ps({string.Join(", ", Enumerable.Range(0, Lanes).Select(lane => Lane(other, lane)))})",
    };

    /// <summary>All ones in the lanes where a condition holds.</summary>
    public string Mask(Expression condition) => Plain(condition) switch
    {
        Expression.Binary binary when Comparisons.TryGetValue(binary.Operator, out var name) && (Single(binary.Left), Single(binary.Right)) is ({ } left, { } right) =>
            $"_mm_cmp{name}_ps({left}, {right})",
        var other => $"_mm_castsi128_ps(_mm_setr_epi32({string.Join(", ", Enumerable.Range(0, Lanes).Select(lane => $"-({Lane(other, lane)})"))}))",
    };

    /// <summary>Whether the four iterations speak of neighbours in memory, in ascending order.</summary>
    public bool IsSuccessive(Expression.Subscript subscript) => shape.Step == "1" && subscript.Type is CType.Floating { Kind: FloatingKind.Float }
        && Coefficient(subscript.Index) == 1
        && (CText.Strip(subscript.Base) is not Expression.Subscript { Type: CType.Array } row || Coefficient(row.Index) == 0);

    /// <summary>By how much an integer grows with the index; null where that is no constant.</summary>
    private int? Coefficient(Expression expression) => CText.Strip(expression) switch
    {
        Expression.Reference { Symbol: var symbol } => symbol == shape.Index ? 1 : scalars.ContainsKey(symbol) ? null : 0,
        Expression.IntegerLiteral => 0,
        Expression.Binary { Operator: BinaryOperator.Add } sum => Coefficient(sum.Left) + Coefficient(sum.Right),
        Expression.Binary { Operator: BinaryOperator.Subtract } difference => Coefficient(difference.Left) - Coefficient(difference.Right),
        var other => IsInvariant(other) ? 0 : null,
    };

    /// <summary>As four floats where that is exact: <c>x &gt; 0.</c> compares doubles, but its operands are floats.</summary>
    private string? Single(Expression expression) => CText.Strip(expression) switch
    {
        var plain when IsSingle(plain) => Vector(plain),
        Expression.FloatingLiteral literal when (double)(float)literal.Value == literal.Value => string.Create(CultureInfo.InvariantCulture, $"_mm_set1_ps((float){literal.Value:R})"),
        _ => null,
    };

    /// <summary>Without conversions that change nothing.</summary>
    private static Expression Plain(Expression expression) => expression is Expression.Cast { Operand: var operand } cast && cast.Type.Unqualified == operand.Type.Unqualified ? Plain(operand) : expression;

    private bool IsInvariant(Expression expression) => expression.All<Expression.Reference>().All(reference => reference.Symbol != shape.Index && !scalars.ContainsKey(reference.Symbol));

    private static bool IsSingle(Expression expression) => expression.Type is CType.Floating { Kind: FloatingKind.Float };

    private string Strange(string what)
    {
        text.Obstacles.Add(what);
        return "?";
    }
}
