using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>Writes a syntax tree as C again. What it has no words for is noted in <paramref name="Obstacles"/>.</summary>
internal sealed record CText(List<string> Obstacles)
{
    /// <summary>Expressions to be written otherwise; null leaves one as it is.</summary>
    public Func<Expression, string?> OtherExpression { get; init; } = _ => null;

    /// <summary>Statements to be written otherwise.</summary>
    public Func<Statement, string?> OtherStatement { get; init; } = _ => null;

    /// <summary>Makes labels of a copied body differ from those of other copies.</summary>
    public string LabelSuffix { get; init; } = "";

    public string Of(Expression expression) => OtherExpression(expression) ?? expression switch
    {
        Expression.IntegerLiteral literal => literal.Value.ToString(CultureInfo.InvariantCulture),
        Expression.FloatingLiteral literal => Number(literal),
        Expression.Reference reference => NameOf(reference.Symbol),
        Expression.Unary { Operator: UnaryOperator.PostIncrement or UnaryOperator.PostDecrement } unary => $"{Of(unary.Operand)}{Word(unary.Operator)}",
        Expression.Unary unary => $"({Word(unary.Operator)}{Of(unary.Operand)})",
        Expression.Binary binary => $"({Of(binary.Left)} {Word(binary.Operator)} {Of(binary.Right)})",
        Expression.Assignment assignment => $"{Of(assignment.Target)} {(assignment.Operator is { } change ? Word(change) : "")}= {Of(assignment.Value)}",
        Expression.Conditional choice => $"({Of(choice.Condition)} ? {Of(choice.WhenTrue)} : {Of(choice.WhenFalse)})",
        Expression.Call call => $"{Of(call.Callee)}({string.Join(", ", call.Arguments.Select(Of))})",
        Expression.Subscript subscript => $"{Of(ArrayOf(subscript))}[{IndexOf(subscript)}]",
        Expression.Cast { IsImplicit: true } cast => Of(cast.Operand),
        Expression.Cast cast => $"(({TypeOf(cast.Type)}){Of(cast.Operand)})",
        _ => Strange(expression.GetType().Name),
    };

    public string Of(Statement statement) => OtherStatement(statement) ?? statement switch
    {
        Statement.Compound compound => $"{{\n{string.Concat(compound.Statements.Select(Of))}}}\n",
        Statement.Local local => string.Concat(local.Declarations.Select(Of)),
        Statement.Evaluate evaluate => $"{Of(evaluate.Expression)};\n",
        Statement.If choice => $"if ({Of(choice.Condition)}) {{\n{Of(choice.Then)}}}\n{(choice.Else is { } other ? $"else {{\n{Of(other)}}}\n" : "")}",
        Statement.For loop => $"for ({(loop.Initial is { } initial ? Of(initial).TrimEnd() : ";")} {(loop.Condition is { } condition ? Of(condition) : "")}; {(loop.Update is { } update ? Of(update) : "")}) {{\n{Of(loop.Body)}}}\n",
        Statement.Switch choice => $"switch ({Of(choice.Subject)}) {{\n{Of(choice.Body)}}}\n",
        Statement.Case { High: null } label => $"case {Of(label.Low)}:\n{Of(label.Body)}",
        Statement.Default label => $"default:\n{Of(label.Body)}",
        Statement.Break => "break;\n",
        Statement.Goto jump => $"goto {jump.Target}{LabelSuffix};\n",
        Statement.Label label => $"{label.Name}{LabelSuffix}:\n{Of(label.Body)}",
        Statement.Return leave => leave.Value is { } value ? $"return {Of(value)};\n" : "return;\n",
        Statement.Null => ";\n",
        _ => Strange(statement.GetType().Name),
    };

    /// <summary>The array that a subscript, or a subscript of a row, is about.</summary>
    public static Expression ArrayOf(Expression.Subscript subscript) =>
        Strip(subscript.Base) is Expression.Subscript { Type: CType.Array } row ? ArrayOf(row) : Strip(subscript.Base);

    /// <summary>Rows become <c>row * len_2d + column</c>: contracts speak of pointers to numbers.</summary>
    public string IndexOf(Expression.Subscript subscript) =>
        Strip(subscript.Base) is Expression.Subscript { Type: CType.Array } row ? $"{Of(row.Index)} * len_2d + {Of(subscript.Index)}" : Of(subscript.Index);

    public static Expression Strip(Expression expression) => expression is Expression.Cast { IsImplicit: true } cast ? Strip(cast.Operand) : expression;

    public static string NameOf(Symbol symbol) => symbol.Kind == SymbolKind.EnumerationConstant
        ? symbol.Name switch { "LEN_1D" => "len_1d", "LEN_2D" => "len_2d", _ => symbol.ConstantValue.ToString(CultureInfo.InvariantCulture) }
        : symbol.Name;

    public string TypeOf(CType type) => type switch
    {
        CType.Void => "void",
        CType.Floating { Kind: FloatingKind.Float } => "float",
        CType.Floating { Kind: FloatingKind.Double } => "double",
        CType.Integer { Kind: IntegerKind.Int } => "int",
        CType.Integer { Kind: IntegerKind.Long } => "long",
        CType.Pointer pointer => $"{TypeOf(pointer.Pointee)} *{(pointer.Qualifiers.HasFlag(Qualifiers.Restrict) ? "restrict " : "")}",
        _ => Strange("a local of another type"),
    };

    private string Of(Declaration declaration) => declaration is Declaration.Variable { Extents.IsEmpty: true } variable
        ? $"{TypeOf(variable.Symbol.Type)} {variable.Symbol.Name}{(variable.Initializer is { } value ? $" = {Of(value)}" : "")};\n"
        : Strange("a declaration that is no variable");

    private string Strange(string what)
    {
        Obstacles.Add(what);
        return "?";
    }

    private static string Number(Expression.FloatingLiteral literal)
    {
        var digits = literal.Value.ToString("R", CultureInfo.InvariantCulture);
        return $"{digits}{(digits.Any(digit => digit is '.' or 'E') ? "" : ".0")}{(literal.Type is CType.Floating { Kind: FloatingKind.Float } ? "f" : "")}";
    }

    private static string Word(UnaryOperator change) => change switch
    {
        UnaryOperator.Plus => "+",
        UnaryOperator.Minus => "-",
        UnaryOperator.BitwiseNot => "~",
        UnaryOperator.LogicalNot => "!",
        UnaryOperator.Dereference => "*",
        UnaryOperator.AddressOf => "&",
        UnaryOperator.PreIncrement or UnaryOperator.PostIncrement => "++",
        UnaryOperator.PreDecrement or UnaryOperator.PostDecrement => "--",
        _ => "",
    };

    private static readonly ImmutableDictionary<BinaryOperator, string> Words = new Dictionary<BinaryOperator, string>
    {
        [BinaryOperator.Multiply] = "*",
        [BinaryOperator.Divide] = "/",
        [BinaryOperator.Remainder] = "%",
        [BinaryOperator.Add] = "+",
        [BinaryOperator.Subtract] = "-",
        [BinaryOperator.ShiftLeft] = "<<",
        [BinaryOperator.ShiftRight] = ">>",
        [BinaryOperator.Less] = "<",
        [BinaryOperator.Greater] = ">",
        [BinaryOperator.LessOrEqual] = "<=",
        [BinaryOperator.GreaterOrEqual] = ">=",
        [BinaryOperator.Equal] = "==",
        [BinaryOperator.NotEqual] = "!=",
        [BinaryOperator.BitwiseAnd] = "&",
        [BinaryOperator.BitwiseXor] = "^",
        [BinaryOperator.BitwiseOr] = "|",
        [BinaryOperator.LogicalAnd] = "&&",
        [BinaryOperator.LogicalOr] = "||",
        [BinaryOperator.Comma] = ",",
    }.ToImmutableDictionary();

    public static string Word(BinaryOperator operation) => Words[operation];
}
