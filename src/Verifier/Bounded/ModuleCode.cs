using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The functions and globals of a module, compiled as they are called.</summary>
internal sealed class ModuleCode
{
    private readonly Dictionary<Symbol, FunctionCode> _compiled = [];
    private readonly Dictionary<Symbol, KernelFunction> _functions;
    private readonly Dictionary<Variable, int> _globals = [];
    private readonly Dictionary<object, BranchPoint> _branchPoints = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _criticals = new(StringComparer.Ordinal);

    /// <param name="module">The kernel.</param>
    /// <param name="library">The model functions it calls.</param>
    public ModuleCode(Module module, Module library)
    {
        (Module, Library, Refused) = (module, library, Promises.Refused(module));
        Layout = new(module);
        _functions = module.Functions.Concat(library.Functions).Where(function => function.Body is not null).ToDictionary(function => function.Symbol);
        HasState = module.Globals.Any(global => !IsConstant(global.Variable.Type))
            || module.Functions.Where(function => function.Body is not null).SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!))
                .OfType<KernelStatement.Declare>().Any(declare => declare.Variable.Storage != StorageKind.Automatic && !IsConstant(declare.Variable.Type));
        foreach (var global in module.Globals)
        {
            _globals.TryAdd(global.Variable, _globals.Count);
        }
    }

    private static bool IsConstant(CType type) => type.IsConst || (type is CType.Array array && IsConstant(array.Element));

    public Module Module { get; }

    public Module Library { get; }

    /// <summary>Why nothing can be claimed of any run, and where; null where something can.</summary>
    public (string Construct, TextSpan Span)? Refused { get; }

    public Layout Layout { get; }

    /// <summary>Where control can go two ways, in the kernel's functions that were called.</summary>
    public IEnumerable<BranchPoint> BranchPoints => _branchPoints.Values;

    /// <summary>The same, with the node of the kernel form that each is of.</summary>
    public IEnumerable<KeyValuePair<object, BranchPoint>> Branches => _branchPoints;

    /// <summary>The point of one node of the kernel, of which there may be several compiled forms.</summary>
    public BranchPoint BranchPointOf(object node, BranchPoint whenNew)
    {
        _branchPoints.TryAdd(node, whenNew);
        return _branchPoints[node];
    }

    /// <summary>The number of a variable that lives as long as the program, local ones by the order in which they are compiled.</summary>
    public int StaticNumber(Variable variable)
    {
        if (!_globals.TryGetValue(variable, out var number))
        {
            number = _globals.Count;
            _globals[variable] = number;
        }

        return number;
    }

    public int? NumberOf(Variable variable) => _globals.TryGetValue(variable, out var number) ? number : null;

    /// <summary>Whether a variable that is not constant lives as long as the program.</summary>
    public bool HasState { get; }

    public KernelFunction? FunctionOf(Symbol symbol) => _functions.GetValueOrDefault(symbol);

    /// <summary>A number for each name of critical regions, from 1.</summary>
    public int NumberOfCritical(string name)
    {
        if (!_criticals.TryGetValue(name, out var number))
        {
            number = _criticals.Count + 1;
            _criticals[name] = number;
        }

        return number;
    }

    /// <summary>A function's code; null where only its prototype is known.</summary>
    public FunctionCode? CodeOf(Symbol function)
    {
        if (_compiled.TryGetValue(function, out var code))
        {
            return code;
        }

        if (!_functions.TryGetValue(function, out var found))
        {
            return null;
        }

        // Known before it is complete, so that it may call itself.
        code = new();
        _compiled[function] = code;
        new FunctionCompiler(this, found, code).Compile();
        return code;
    }
}
