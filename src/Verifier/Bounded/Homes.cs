using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Where a function keeps a variable.</summary>
internal abstract record Home
{
    private Home() { }

    /// <summary>In slots of the frame, one a lane: nothing but the statements that name it can reach it.</summary>
    public sealed record Register(int Slot, int Lanes) : Home;

    /// <summary>In memory; a slot of the frame says where.</summary>
    public sealed record Object(int Slot) : Home;

    /// <summary>In memory for the whole run, by number.</summary>
    public sealed record Global(int Number) : Home;
}

/// <summary>The slots of one function's frame.</summary>
internal sealed class Homes(ModuleCode module, IReadOnlySet<Variable> inMemory)
{
    private readonly Dictionary<Variable, Home> _homes = [];
    private readonly Dictionary<Variable, int> _extents = [];

    public int FrameSize { get; private set; }

    /// <summary>The sort of every slot that is a scalar variable or a lane of one.</summary>
    public Dictionary<int, Sort> Sorts { get; } = [];

    public Home Of(Variable variable)
    {
        if (!_homes.TryGetValue(variable, out var home))
        {
            home = variable.Storage == StorageKind.Static ? new Home.Global(module.StaticNumber(variable))
                : module.NumberOf(variable) is { } number ? new Home.Global(number)
                : variable.IsUnshared && !inMemory.Contains(variable) && LanesOf(variable.Type) is { } lanes ? Register(variable.Type, lanes)
                : new Home.Object(Reserve(1));
            _homes[variable] = home;
        }

        return home;
    }

    private Home.Register Register(CType type, int lanes)
    {
        var first = Reserve(lanes);
        if (Layout.SortOf(type is CType.Vector vector ? vector.Element : type) is { } sort)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                Sorts[first + lane] = sort;
            }
        }

        return new(first, lanes);
    }

    /// <summary>Where a variable-length array, or a pointer to one, keeps its extents, outermost first.</summary>
    public int ExtentsOf(Variable variable)
    {
        if (!_extents.TryGetValue(variable, out var first))
        {
            first = Reserve(Levels(variable.Type));
            _extents[variable] = first;
        }

        return first;
    }

    private static int Levels(CType type) => type switch
    {
        CType.VariableArray array => 1 + Levels(array.Element),
        CType.Array array => Levels(array.Element),
        CType.Pointer pointer => Levels(pointer.Pointee),
        _ => 0,
    };

    /// <summary>Slots for a variable or a temporary; none is used twice.</summary>
    public int Reserve(int slots)
    {
        var first = FrameSize;
        FrameSize += slots;
        return first;
    }

    /// <summary>How many scalars a value of the type is; null for arrays and records.</summary>
    public static int? LanesOf(CType type) => type is CType.Vector vector ? vector.Lanes : Layout.SortOf(type) is null ? null : 1;
}
