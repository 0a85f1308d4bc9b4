using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Turns one function into closures. Scalars and vectors whose address nobody takes live in slots of the frame; everything
/// else is an object in memory.
/// </summary>
internal sealed partial class FunctionCompiler
{
    private readonly ModuleCode _module;
    private readonly KernelFunction? _function;
    private readonly Homes _homes;
    private readonly FunctionCode _code;

    /// <summary>Worksharing constructs that end their parallel region.</summary>
    private readonly IReadOnlySet<object> _last;

    public FunctionCompiler(ModuleCode module, KernelFunction? function, FunctionCode code)
    {
        _module = module;
        _function = function;
        _code = code;
        _homes = new(module, SharedVariables.ChangedIn(function));
        _last = SharedVariables.LastConstructs(function);
    }

    /// <summary>Code that gives a global its first value, and the slots it needs.</summary>
    public static (Execute Code, int FrameSize) CompileInitial(ModuleCode module, Place place, Value initial, TextSpan span)
    {
        var compiler = new FunctionCompiler(module, null, new());
        return (compiler.Initialised(place, initial, span), compiler._homes.FrameSize);
    }

    /// <summary>A failed allocation is assumed away, so that the side for it may stay untaken.</summary>
    private BranchPoint PointAt(object node, Value? condition, TextSpan span, string whenTrue, string whenFalse)
    {
        var point = new BranchPoint(span, whenTrue, whenFalse);
        var isNullTest = condition is Value.Binary { Arithmetic: Arithmetic.Pointer, Operation: Operation.Equal or Operation.NotEqual }
            or Value.Unary { Operation: UnaryOperation.LogicalNot, Arithmetic: Arithmetic.Pointer };
        return isNullTest || !IsKernel ? point : _module.BranchPointOf(node, point);
    }

    /// <summary>A parameter whose address is taken is copied into an object when the function begins.</summary>
    public void Compile()
    {
        var (function, code) = (_function!, _code);
        var entry = new List<Execute>();
        var slots = new List<int>();
        if (MadeResult(function) is { } made)
        {
            entry.Add(made);
        }

        foreach (var parameter in function.Parameters)
        {
            if (_homes.Of(parameter) is Home.Register home)
            {
                slots.Add(home.Slot);
            }
            else if (Homes.LanesOf(parameter.Type) is { } lanes)
            {
                var slot = _homes.Reserve(lanes);
                slots.Add(slot);
                entry.Add(Spilled(parameter, slot, lanes, function.Span));
            }
            else if (parameter.Type is CType.Record && _module.Layout.SizeOf(parameter.Type.Unqualified) is not null)
            {
                var slot = _homes.Reserve(1);
                slots.Add(slot);
                entry.Add(ReceivedRecord(parameter, slot, function.Span));
            }
            else
            {
                slots.Add(_homes.Reserve(1));
                entry.Add(_ => throw Machine.Unsupported($"parameter of type '{CTypePrinter.Print(parameter.Type)}'", function.Span));
            }
        }

        var body = Block(function.Body!);
        code.ParameterSlots = [.. slots];
        code.Body = machine =>
        {
            foreach (var step in entry)
            {
                step(machine);
            }

            var signal = body(machine);
            return signal == Signal.Goto || (signal == Signal.Split && machine.Ways.Any(way => way.Signal == Signal.Goto))
                ? throw Machine.Unsupported("jump that leaves its block", function.Span)
                : signal;
        };
        code.FrameSize = _homes.FrameSize;
        code.Sorts = _homes.Sorts;
        (code.Function, code.RegisterOf) = (function, variable => _homes.Of(variable) is Home.Register register ? register.Slot : null);
        code.ResultSort = Layout.SortOf(function.Type.Result is CType.Vector vector ? vector.Element : function.Type.Result);
        code.ResultLanes = Homes.LanesOf(function.Type.Result) ?? (function.Type.Result is CType.Record ? 1 : 0);
    }

    private Execute Spilled(Variable parameter, int slot, int lanes, TextSpan span)
    {
        var declared = Declared(parameter, span);
        var store = StoreLanes(Locate(new Place.Named(parameter, parameter.Type, span)), parameter.Type, slot, lanes, span);
        return machine =>
        {
            declared(machine);
            store(machine);
            return Signal.Next;
        };
    }
}
