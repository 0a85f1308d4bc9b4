using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>How far the outcome of a call can depend on, or change, what is around it.</summary>
internal enum CallEffect
{
    /// <summary>Depends on its arguments alone and changes nothing.</summary>
    None,

    /// <summary>Reads memory or the state of the run time, and changes nothing.</summary>
    Reads,

    /// <summary>Changes the state of the run time, as <c>rand</c> and <c>malloc</c> do, and nothing the kernel has.</summary>
    State,

    /// <summary>May change memory, or must happen in its place.</summary>
    Writes,
}

/// <summary>What each function that a file can call does to memory: from its body, or from a model function's type.</summary>
internal sealed class CallEffects
{
    private static readonly HashSet<string> PureIntegerFunctions = ["abs", "labs", "llabs"];

    private readonly HashSet<Symbol> _writers = [];
    private readonly HashSet<Symbol> _readers = [];
    private readonly HashSet<Symbol> _defined = [];

    /// <summary>Starts from "touches nothing" and adds readers and writers until nothing changes.</summary>
    public CallEffects(SyntaxTree tree)
    {
        var definitions = tree.Definitions.ToList();
        _defined.UnionWith(definitions.Select(definition => definition.Symbol));
        while (definitions.RemoveAll(definition => Writes(definition) && _writers.Add(definition.Symbol)) > 0)
        {
        }

        while (definitions.RemoveAll(definition => Reads(definition) && _readers.Add(definition.Symbol)) > 0)
        {
        }
    }

    public CallEffect Of(Symbol? target) =>
        target is null ? CallEffect.Writes
        : _defined.Contains(target) ? OfDefined(target)
        : target.Origin switch
        {
            SymbolOrigin.Library or SymbolOrigin.Compiler => OfModel(target),
            _ => CallEffect.Writes,
        };

    private CallEffect OfDefined(Symbol target) =>
        _writers.Contains(target) ? CallEffect.Writes : _readers.Contains(target) ? CallEffect.Reads : CallEffect.None;

    private static CallEffect OfModel(Symbol target) => target.Type switch
    {
        CType.Function { IsVariadic: true } => CallEffect.Writes,
        CType.Function type when IsPure(target, type) => CallEffect.None,
        CType.Function type when target.Name.StartsWith("omp_get_", StringComparison.Ordinal) && type.Result is not CType.Void => CallEffect.Reads,
        CType.Function { Parameters: [_, ..] } type when type.Result is not CType.Pointer && type.Parameters.Any(IsPointer)
            && type.Parameters.Where(IsPointer).All(parameter => ((CType.Pointer)parameter).Pointee.IsConst) => CallEffect.Reads,
        CType.Function type when target.Origin == SymbolOrigin.Library && type.Result is not CType.Void && !type.Parameters.Any(IsPointer) => CallEffect.State,
        _ => CallEffect.Writes,
    };

    /// <summary>
    /// A model function on numbers alone is a formula: an instruction, or a mathematical function, which has at least
    /// one argument or result that is not an integer. This leaves <c>rand</c>, <c>putchar</c> and <c>malloc</c> out.
    /// </summary>
    private static bool IsPure(Symbol target, CType.Function type) =>
        type.Result is not (CType.Void or CType.Pointer)
        && !type.Parameters.Any(IsPointer)
        && (type.Parameters is []
            ? type.Result is CType.Vector
            : target.InstructionSet.Length > 0
                || type.Parameters.Append(type.Result).Any(part => part is CType.Floating or CType.Vector)
                || PureIntegerFunctions.Contains(target.Name)
                || target.Name.StartsWith("__builtin_", StringComparison.Ordinal));

    private static bool IsPointer(CType type) => type is CType.Pointer;

    private bool Writes(Declaration.Function definition) =>
        SyntaxWalk.DescendantsAndSelf(definition).Any(node => node switch
        {
            Expression.Assignment assignment => IsVisible(assignment.Target),
            Expression.Unary unary when SyntaxParts.IsIncrement(unary.Operator) => IsVisible(unary.Operand),
            Expression.Call call => !IsCopyToOwn(call) && Of(call.Target) >= CallEffect.State,
            Expression { Type.IsVolatile: true } or Expression.Unsupported => true,
            Statement.Unsupported or Statement.Assembly or Statement.Directive => true,
            _ => false,
        });

    /// <summary>Whether a function that writes nothing has an outcome that depends on more than its arguments.</summary>
    private bool Reads(Declaration.Function definition) => definition.Type.Result is CType.Void or CType.Pointer
        || SyntaxWalk.DescendantsAndSelf(definition).Any(node => node switch
        {
            Expression.Reference { Symbol: { Kind: SymbolKind.Variable or SymbolKind.Parameter } symbol } =>
                symbol.Storage != StorageKind.Automatic || symbol.Type is CType.Pointer,
            Expression.Call call => Of(call.Target) != CallEffect.None,
            Expression.Cast { Operand.Type: CType.Array or CType.Function } => false,
            Expression { Type: CType.Pointer } => true,
            _ => false,
        });

    /// <summary><c>memcpy(&amp;x, p, sizeof x)</c>, the portable way to read a value of another type, changes the function's own variable.</summary>
    private static bool IsCopyToOwn(Expression.Call call) =>
        call is { Target: { Name: "memcpy" or "memmove" or "memset", Origin: not SymbolOrigin.Kernel }, Arguments: [var target, ..] }
        && Pointed(target) is { } own && !IsVisible(own);

    private static Expression? Pointed(Expression address)
    {
        while (address is Expression.Cast { Operand: var operand })
        {
            if (operand.Type is CType.Array)
            {
                return operand;
            }

            address = operand;
        }

        return address is Expression.Unary { Operator: UnaryOperator.AddressOf } unary ? unary.Operand : null;
    }

    private static bool IsVisible(Expression target) => SyntaxParts.RootOf(target) is not { Storage: StorageKind.Automatic };
}
