using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>
/// Turns what was written into what it means: one instance lowers one function. Expressions become values without
/// side effects; their effects become statements before the one they are part of.
/// </summary>
public sealed partial class Lowering
{
    /// <summary>Deeper nesting than any kernel has; every recursive stage after this one relies on it.</summary>
    private const int MaximumDepth = 1_000;

    private readonly ModuleScope _scope;
    private List<KernelStatement> _statements = [];
    private int _depth;
    private int _temporaries;

    private Lowering(ModuleScope scope) => _scope = scope;

    /// <summary>The meaning of a file. What has none in the model is an explicit node, and a finding.</summary>
    public static Checked<Module> Lower(SyntaxTree tree)
    {
        var scope = new ModuleScope(tree);
        var globals = tree.Declarations.OfType<Declaration.Variable>()
            .GroupBy(variable => variable.Symbol)
            .Select(group => group.FirstOrDefault(variable => variable.Initializer is not null) ?? group.First())
            .Select(variable => new Lowering(scope).LowerGlobal(variable))
            .ToImmutableArray();
        var functions = tree.Functions
            .GroupBy(function => function.Symbol)
            .Select(group => new Lowering(scope).LowerFunction(
                group.LastOrDefault(function => function.Body is not null) ?? group.First(),
                [.. group.SelectMany(function => function.Attributes)]))
            .ToImmutableArray();
        var module = new Module(functions, globals, TypesOf(tree), FilePromises(tree), FileGaps(tree, scope));
        return new(module, scope.Diagnostics);
    }

    private static ImmutableArray<Declaration> TypesOf(SyntaxTree tree) =>
    [
        .. tree.Declarations.Concat(tree.Definitions.SelectMany(LocalDeclarations))
            .Where(declaration => declaration is Declaration.Record { Fields.Length: > 0 } or Declaration.Enumeration { Constants.Length: > 0 }),
    ];

    private static IEnumerable<Declaration> LocalDeclarations(Declaration.Function function) =>
        SyntaxWalk.DescendantsAndSelf(function).OfType<Statement.Local>().SelectMany(local => local.Declarations);

    private GlobalVariable LowerGlobal(Declaration.Variable declaration)
    {
        var initial = declaration.Initializer is { } initializer ? FullValueOf(initializer) : null;
        return new(
            _scope.VariableOf(declaration.Symbol),
            initial is null || _statements.Count == 0 ? initial : UnsupportedValue(initializer: declaration.Initializer!, "initial value with side effects"),
            declaration.Span);
    }

    private KernelFunction LowerFunction(Declaration.Function function, ImmutableArray<DeclarationAttribute> attributes)
    {
        _scope.BeginFunction();
        var parameters = function.Parameters.Select(ParameterOf).ToImmutableArray();
        var body = function.Body is { } written ? Captured(() => LowerBody(function, parameters, written), function.Span) : null;
        return new(function.Symbol, parameters, body, FunctionPromises(parameters, attributes, function.Span), function.Span);
    }

    /// <summary>The variable that takes the argument: for a pointer to variable-length arrays, a plain one.</summary>
    private Variable ParameterOf(Symbol parameter) =>
        parameter.Type is CType.Pointer pointer && HasVariableExtent(pointer)
            ? _scope.VariableOf(new(
                parameter.Name, parameter.Kind, ElementPointer(pointer), parameter.Storage, parameter.Origin, parameter.Span))
            : _scope.VariableOf(parameter);

    /// <summary>Points to the first number of what the other points to the first array of.</summary>
    private static CType.Pointer ElementPointer(CType.Pointer pointer)
    {
        var element = pointer.Pointee;
        while (element is CType.VariableArray or CType.Array)
        {
            element = element is CType.VariableArray variable ? variable.Element : ((CType.Array)element).Element;
        }

        return new(element, pointer.Qualifiers);
    }

    private void LowerBody(Declaration.Function function, ImmutableArray<Variable> parameters, Statement body)
    {
        foreach (var (parameter, variable) in function.Parameters.Zip(parameters))
        {
            LowerExtents(parameter, variable, function.ExtentsOf(parameter));
        }

        if (function.Type.IsVariadic)
        {
            EmitUnsupported(function.NameSpan, "definition of a variadic function");
        }

        LowerContents(body);
    }

    /// <summary><code>f(int n, double a[][n])      ⟶      f(int n, double *a) { double (*a_1)[n] = (double (*)[n])a; … }</code></summary>
    private void LowerExtents(Symbol parameter, Variable variable, ImmutableArray<Expression> written)
    {
        var extents = written.TakeLast(ExtentsOf(parameter.Type)).ToList();
        if (extents.Count < ExtentsOf(parameter.Type) || written.Any(Sequencing.HasEffects))
        {
            EmitUnsupported(parameter.Span, $"variable-length type of parameter '{parameter.Name}'");
        }
        else if (extents.Count > 0)
        {
            var view = new Value.Convert(ConversionKind.PointerCast, LoadOf(variable, parameter.Span), parameter.Type.Unqualified, parameter.Span);
            Emit(new KernelStatement.Declare(_scope.VariableOf(parameter), [.. extents.Select(FullValueOf)], view, parameter.Span));
        }
    }

    private static bool HasVariableExtent(CType type) => type switch
    {
        CType.VariableArray => true,
        CType.Array array => HasVariableExtent(array.Element),
        CType.Pointer pointer => HasVariableExtent(pointer.Pointee),
        _ => false,
    };

    private void Emit(KernelStatement statement) => _statements.Add(statement);

    private void EmitUnsupported(TextSpan span, string construct) =>
        Emit(new KernelStatement.Unsupported(_scope.Report(span, construct), span));

    private Value.Unsupported UnsupportedValue(Expression initializer, string construct) =>
        new(_scope.Report(initializer.Span, construct), initializer.Type, initializer.Span);

    /// <summary>What a step emits, as a block of its own.</summary>
    private KernelStatement.Block Captured(Action lower, TextSpan span)
    {
        var outer = _statements;
        _statements = [];
        lower();
        var block = new KernelStatement.Block([.. _statements], span);
        _statements = outer;
        return block;
    }

    /// <summary>A value, and the statements that must come before it.</summary>
    private (Value Value, ImmutableArray<KernelStatement> Prelude) Captured(Func<Value> lower)
    {
        var outer = _statements;
        _statements = [];
        var value = lower();
        var prelude = _statements.ToImmutableArray();
        _statements = outer;
        return (value, prelude);
    }

    private Variable NewTemporary(CType type) =>
        new(_scope.UniqueName($"t{_temporaries++}"), type.Unqualified, StorageKind.Automatic, null);

    /// <summary><code>value      ⟶      type t0 = value;   … t0 …</code></summary>
    private Value.Load Held(Value value)
    {
        var temporary = NewTemporary(value.Type);
        Emit(new KernelStatement.Declare(temporary, [], value, value.Span));
        return LoadOf(temporary, value.Span);
    }

    private static Value.Load LoadOf(Variable variable, TextSpan span) =>
        new(PlaceOf(variable, span), variable.Type.Unqualified, span);

    private static Place.Named PlaceOf(Variable variable, TextSpan span) => new(variable, variable.Type, span);
}
