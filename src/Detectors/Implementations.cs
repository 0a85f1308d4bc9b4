using System.Collections.Immutable;
using System.Reflection;

namespace HpcVerify.Detectors;

/// <summary>The classes of an assembly that derive from a given one: detectors need not be listed anywhere.</summary>
public static class Implementations
{
    /// <returns>The types that can be made, by name.</returns>
    public static ImmutableArray<Type> Of<T>(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <exception cref="MissingMethodException">It has no constructor without parameters.</exception>
    public static T Made<T>(Type type) => (T)Activator.CreateInstance(type)!;
}
