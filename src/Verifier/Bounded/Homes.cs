using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

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
internal sealed class Homes(ModuleCode module)
{
    private readonly Dictionary<Variable, Home> _homes = [];
    private readonly Dictionary<Variable, int> _extents = [];

    public int FrameSize { get; private set; }

    public Home Of(Variable variable)
    {
        if (!_homes.TryGetValue(variable, out var home))
        {
            home = module.NumberOf(variable) is { } number ? new Home.Global(number)
                : variable.IsUnshared && LanesOf(variable.Type) is { } lanes ? new Home.Register(Reserve(lanes), lanes)
                : new Home.Object(Reserve(1));
            _homes[variable] = home;
        }

        return home;
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
