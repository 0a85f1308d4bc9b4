using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>
/// <c>for (i = s; i &lt; n; i++) { A(i) B(i) }</c> becomes
/// <c>for (i = s; i + 3 &lt; n; i += 4) { A(i..i+3) B(i..i+3) }  for (; i &lt; n; i++) { A(i) B(i) }</c>
/// in SSE intrinsics, with masks for conditions and one accumulator for each lane. No dependence is looked at, so that the result
/// is wrong for some loops.
/// </summary>
internal sealed class Vectorisation
{
    private readonly LoopShape _shape;
    private readonly CText _text;
    private readonly ImmutableDictionary<Symbol, ScalarRole> _scalars;
    private readonly VectorValues _values;
    private int _masks;

    private Vectorisation(LoopShape shape, CText text)
    {
        (_shape, _text, _scalars) = (shape, text, LoopScalars.Of(shape.Body));
        _values = new(shape, _scalars, text);
    }

    public static string? Vectorised(Statement.For loop, CText text) => LoopShape.Of(loop, text, text.Obstacles) is { } shape ? new Vectorisation(shape, text).Whole() : null;

    private string Whole()
    {
        foreach (var carried in _scalars.Where(scalar => scalar.Value == ScalarRole.Carried).Select(scalar => scalar.Key))
        {
            Strange(carried.Type is CType.Integer ? "an integer carried from one iteration to the next" : "a number carried from one iteration to the next");
        }

        var accumulators = _scalars.Where(scalar => scalar.Value is ScalarRole.Sum or ScalarRole.Product or ScalarRole.Extreme).OrderBy(scalar => scalar.Key.Name, StringComparer.Ordinal).ToList();
        return $$"""
            {
            {{OrderedTransformations.Begin(_shape, _text)}}
            {{string.Concat(accumulators.Select(scalar => $"__m128 {VectorValues.VectorOf(scalar.Key)} = _mm_set1_ps({Start(scalar.Key, scalar.Value)});\n"))}}for (; {{OrderedTransformations.Lane(_shape, VectorValues.Lanes - 1)}} {{CText.Word(_shape.Test)}} {{_text.Of(_shape.Bound)}}; {{_shape.Index.Name}} += {{VectorValues.Lanes}} * ({{_shape.Step}})) {
            {{Inductions()}}{{Four(_shape.Body, null)}}{{LastLanes()}}}
            {{string.Concat(accumulators.Select(scalar => Combined(scalar.Key, scalar.Value)))}}{{OrderedTransformations.Rest(_shape, _text)}}}

            """;
    }

    private static string Start(Symbol scalar, ScalarRole role) => role switch { ScalarRole.Sum => "0.0f", ScalarRole.Product => "1.0f", _ => scalar.Name };

    /// <summary>An integer that grows by c in each iteration is ahead by c, 2c and 3c in the later ones.</summary>
    private string Inductions() => string.Concat(_scalars.Where(scalar => scalar.Key.Type is CType.Integer && scalar.Value == ScalarRole.Induction).Select(scalar => scalar.Key).Select(scalar =>
    {
        var step = string.Join(" + ", _shape.Body.All<Statement.Evaluate>().Select(evaluate => LoopScalars.Increment(evaluate.Expression, scalar)).OfType<Expression>().Select(_text.Of));
        return $"int {string.Join(", ", Each(lane => $"{scalar.Name}_{lane} = {scalar.Name} + {lane} * ({step})"))};\n";
    }));

    private string LastLanes() => string.Concat(_scalars.Select(scalar => scalar switch
    {
        { Key.Type: CType.Integer, Value: ScalarRole.Induction or ScalarRole.Private } => $"{scalar.Key.Name} = {scalar.Key.Name}_{VectorValues.Lanes - 1};\n",
        { Value: ScalarRole.Private } => $"{{\nfloat last[4];\n_mm_storeu_ps(last, {VectorValues.VectorOf(scalar.Key)});\n{scalar.Key.Name} = last[3];\n}}\n",
        _ => "",
    }));

    private string Combined(Symbol scalar, ScalarRole role)
    {
        var name = scalar.Name;
        var combined = role switch
        {
            ScalarRole.Sum => $"{name} = {name} + ((part[0] + part[1]) + (part[2] + part[3]));\n",
            ScalarRole.Product => $"{name} = {name} * ((part[0] * part[1]) * (part[2] * part[3]));\n",
            _ => string.Concat(Each(lane => $"if (part[{lane}] {ExtremeTest(scalar)} {name}) {name} = part[{lane}];\n")),
        };
        return $"{{\nfloat part[4];\n_mm_storeu_ps(part, {VectorValues.VectorOf(scalar)});\n{combined}}}\n";
    }

    private string ExtremeTest(Symbol scalar) =>
        CText.Word(((Expression.Binary)_shape.Body.All<Statement.If>().First(choice => LoopScalars.IsExtreme(choice, scalar, _text)).Condition).Operator);

    /// <summary>A statement for four iterations, in the lanes of a mask where there is one.</summary>
    private string Four(Statement statement, string? mask) => statement switch
    {
        Statement.Compound compound => string.Concat(compound.Statements.Select(part => Four(part, mask))),
        Statement.Null => "",
        Statement.If choice when _scalars.FirstOrDefault(scalar => scalar.Value == ScalarRole.Extreme && LoopScalars.IsExtreme(choice, scalar.Key, _text)) is { Key: { } extreme } => Extreme(choice, extreme, mask),
        Statement.If choice => Branches(choice, mask),
        Statement.Evaluate { Expression: Expression.Assignment assignment } => Assign(assignment, mask),
        Statement.Evaluate { Expression: var expression } when mask is null && expression is Expression.Unary or Expression.Call => string.Concat(Each(lane => $"{_values.Lane(expression, lane)};\n")),
        Statement.Goto or Statement.Label or Statement.Switch => Strange("jumps inside the loop"),
        _ => Strange($"{statement.GetType().Name} in lanes"),
    };

    private string Extreme(Statement.If choice, Symbol extreme, string? mask)
    {
        var (test, name) = ((Expression.Binary)choice.Condition, VectorValues.VectorOf(extreme));
        var value = _values.Vector(test.Left);
        return mask is null ? $"{name} = _mm_blendv_ps({name}, {value}, _mm_cmp{(test.Operator == BinaryOperator.Greater ? "gt" : "lt")}_ps({value}, {name}));\n" : Strange("an extreme under a condition");
    }

    private string Branches(Statement.If choice, string? mask)
    {
        var name = $"mask{_masks++}";
        var then = mask is null ? name : $"_mm_and_ps({mask}, {name})";
        var otherwise = mask is null ? $"_mm_xor_ps({name}, _mm_castsi128_ps(_mm_set1_epi32(-1)))" : $"_mm_andnot_ps({name}, {mask})";
        return $"const __m128 {name} = {_values.Mask(choice.Condition)};\n{Four(choice.Then, then)}{(choice.Else is { } other ? Four(other, otherwise) : "")}";
    }

    private string Assign(Expression.Assignment assignment, string? mask)
    {
        var target = CText.Strip(assignment.Target);
        return target switch
        {
            Expression.Reference { Symbol: { Type: CType.Integer } symbol } when mask is null && _scalars[symbol] is ScalarRole.Private && assignment.Operator is null && !IsSetBefore(symbol, assignment) =>
                $"int {string.Join(", ", Each(lane => $"{symbol.Name}_{lane} = {_values.Lane(assignment.Value, lane)}"))};\n",
            Expression.Reference { Symbol.Type: CType.Integer } when mask is null => string.Concat(Each(lane => $"{_values.Lane(assignment, lane)};\n")),
            Expression.Reference { Symbol: { Type: CType.Floating { Kind: FloatingKind.Float } } symbol } => AssignScalar(symbol, assignment, mask),
            Expression.Subscript { Type: CType.Floating { Kind: FloatingKind.Float } } subscript => Store(subscript, Result(assignment, subscript), mask),
            _ => Strange("an assignment to something else in lanes"),
        };
    }

    private bool IsSetBefore(Symbol symbol, Expression.Assignment assignment) =>
        _shape.Body.All<Expression.Assignment>().First(other => CText.Strip(other.Target) is Expression.Reference reference && reference.Symbol == symbol) != assignment;

    private string AssignScalar(Symbol symbol, Expression.Assignment assignment, string? mask)
    {
        var name = VectorValues.VectorOf(symbol);
        var operation = _scalars[symbol] == ScalarRole.Product ? BinaryOperator.Multiply : BinaryOperator.Add;
        if (_scalars[symbol] is ScalarRole.Sum or ScalarRole.Product && LoopScalars.Added(assignment, operation) is { } terms)
        {
            return string.Concat(terms.Select(term => $"{name} = {Kept(name, $"_mm_{(operation == BinaryOperator.Add ? "add" : "mul")}_ps({name}, {_values.Vector(term)})", mask)};\n"));
        }

        return IsSetBefore(symbol, assignment) ? $"{name} = {Kept(name, Result(assignment, assignment.Target), mask)};\n" : $"__m128 {name} = {Result(assignment, assignment.Target)};\n";
    }

    private string Result(Expression.Assignment assignment, Expression target) => assignment.Operator is { } operation
        ? _values.Vector(new Expression.Binary(operation, target, assignment.Value, assignment.OperationType, assignment.Span))
        : _values.Vector(assignment.Value);

    private string Store(Expression.Subscript target, string value, string? mask)
    {
        if (_values.IsSuccessive(target))
        {
            var address = $"&{_values.Lane(target, 0)}";
            return $"_mm_storeu_ps({address}, {Kept($"_mm_loadu_ps({address})", value, mask)});\n";
        }

        return mask is null
            ? $"{{\nfloat lanes[4];\n_mm_storeu_ps(lanes, {value});\n{string.Concat(Each(lane => $"{_values.Lane(target, lane)} = lanes[{lane}];\n"))}}}\n"
            : Strange("a scattered store under a condition");
    }

    private static string Kept(string before, string after, string? mask) => mask is null ? after : $"_mm_blendv_ps({before}, {after}, {mask})";

    private static IEnumerable<string> Each(Func<int, string> lane) => Enumerable.Range(0, VectorValues.Lanes).Select(lane);

    private string Strange(string what)
    {
        _text.Obstacles.Add(what);
        return "?";
    }
}
