using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>What kind of thing a name stands for.</summary>
public enum SymbolKind
{
    Variable,
    Parameter,
    Function,
    EnumerationConstant,
}

/// <summary>Where a name was declared: by the file itself, by a model header, by the compiler, or nowhere.</summary>
public enum SymbolOrigin
{
    Kernel,
    Library,
    Compiler,
    Undeclared,
}

/// <summary>How long the object behind a name lives and who else can see it.</summary>
public enum StorageKind
{
    Automatic,
    Static,
    External,
    ThreadLocal,
}

/// <summary>One declared name. Two references mean the same thing exactly when they hold the same symbol.</summary>
public sealed class Symbol(string name, SymbolKind kind, CType type, StorageKind storage, SymbolOrigin origin, TextSpan span)
{
    public string Name { get; } = name;

    public SymbolKind Kind { get; } = kind;

    public CType Type { get; } = type;

    public StorageKind Storage { get; } = storage;

    public SymbolOrigin Origin { get; } = origin;

    public TextSpan Span { get; } = span;

    /// <summary>The value of an enumeration constant; 0 for everything else.</summary>
    public long ConstantValue { get; init; }

    /// <summary>The CPU feature a model function stands for, as <c>/proc/cpuinfo</c> names it; empty for most names.</summary>
    public string InstructionSet { get; init; } = "";

    /// <summary>Whether the file gives internal linkage (<c>static</c>) to the name.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Whether its first declaration says <c>extern</c>, so that it may be defined in another file.</summary>
    public bool IsDeclaredExtern { get; init; }

    public override string ToString() => Name;
}
