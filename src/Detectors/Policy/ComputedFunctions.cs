using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A function reached by arithmetic: from an address that is data, or by data made of a function's address.</summary>
public sealed class ComputedFunctions : Detector
{
    private static readonly Rule Found = new(
        "HV1116", Severity.Error, "Computed function address", "{0} lets a call reach code that the file does not name",
        "A pointer to a function must come from a function's name. One that is computed from a number or from another function's "
        + "address can reach any code in the process, also what the kernel may not call. Call the function by its name.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context)
    {
        var holders = new FunctionHolders(tree);
        return tree.All<Expression>().Select(expression => (expression.Span, What: Describe(expression, holders)))
            .Concat(tree.All<Declaration.Record>().Select(record => (record.Span, What: Describe(record, holders))))
            .Where(place => place.What is not null)
            .Select(place => Found.At(place.Span, place.What!));
    }

    private static string? Describe(Expression expression, FunctionHolders holders) => expression switch
    {
        Expression.Cast cast => Describe(cast.Operand, cast.Type, holders),
        Expression.Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum when IsFunction(sum.Left.Type) || IsFunction(sum.Right.Type) =>
            "arithmetic on a function's address",
        Expression.Subscript { Base.Type: var type } when IsFunction(type) => "arithmetic on a function's address",
        Expression.Assignment { Operator: not null, Target.Type: var type } when IsFunction(type) => "arithmetic on a function's address",
        Expression.Unary
        {
            Operator: UnaryOperator.PreIncrement or UnaryOperator.PreDecrement or UnaryOperator.PostIncrement or UnaryOperator.PostDecrement,
            Operand.Type: var type,
        }
        when IsFunction(type) => "arithmetic on a function's address",
        _ => null,
    };

    private static string? Describe(Expression from, CType to, FunctionHolders holders)
    {
        if (IsFunction(to) && !IsFunction(from.Type))
        {
            return IsNull(from) || from.Type is CType.Unsupported ? null : "a conversion of data to a function";
        }

        if (IsFunction(from.Type) && !IsFunction(to))
        {
            return to is CType.Void or CType.Boolean ? null : "a conversion of a function to data";
        }

        return from.Type is CType.Pointer { Pointee: var source } && to is CType.Pointer { Pointee: var target } && holders.Holds(source) != holders.Holds(target)
            && !IsNull(from)
            ? "access to a function's address as data"
            : null;
    }

    private static string? Describe(Declaration.Record record, FunctionHolders holders) =>
        record.IsUnion && record.Fields.Any(field => holders.Holds(field.Type)) ? "a union with a pointer to a function" : null;

    private static bool IsNull(Expression expression) => expression switch
    {
        Expression.IntegerLiteral literal => literal.Value.IsZero,
        Expression.Cast cast => IsNull(cast.Operand),
        _ => false,
    };

    private static bool IsFunction(CType type) => type is CType.Function or CType.Pointer { Pointee: CType.Function };

    /// <summary>The types whose objects contain a pointer to a function.</summary>
    private sealed class FunctionHolders(SyntaxTree tree)
    {
        private readonly ILookup<string, Declaration.Record> _records = tree.All<Declaration.Record>().ToLookup(record => record.Name);

        public bool Holds(CType type) => Holds(type, []);

        private bool Holds(CType type, HashSet<string> seen) => type switch
        {
            CType.Pointer { Pointee: CType.Function } => true,
            CType.Array array => Holds(array.Element, seen),
            CType.VariableArray array => Holds(array.Element, seen),
            CType.Record record => seen.Add(record.Name) && _records[record.Name].Any(found => found.Fields.Any(field => Holds(field.Type, seen))),
            _ => false,
        };
    }
}
