using System;
using System.Linq;
using System.Reflection;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>The networks of this assembly that are trained, by name.</summary>
internal static class AllNetworks
{
    private static readonly Type[] Types = [.. typeof(AllNetworks).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<NetworkAttribute>() is { Mode: NetworkMode.Training }).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>Those that take any numbers, are the same in each call and in each batch, whose outputs have slopes, and whose loss is the library's.</summary>
    public static TheoryData<string> Smooth(params string[] numbers) => new(Types
        .Where(type => numbers.Contains(NumberOf(type).Name) && !(bool)Run(typeof(AllNetworks), nameof(IsSpecial), type)!).Select(type => type.FullName!));

    /// <summary>Calls a static method with the type arguments of a network, itself and its numbers.</summary>
    public static object? Run(Type owner, string method, Type network) => owner.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(network, NumberOf(network)).Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

    public static object? Run(Type owner, string method, string network) => Run(owner, method, typeof(AllNetworks).Assembly.GetType(network, throwOnError: true)!);

    /// <summary>The loss that a network has, stated or not; null where it is a function of its own.</summary>
    public static Loss? LossOf(string declaration) => Enum.TryParse(declaration.Split("; ")[1], out Loss loss) ? loss : null;

    private static Type NumberOf(Type network) =>
        network.GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(INetwork<,>)).GetGenericArguments()[1];

    private static bool IsSpecial<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        => TNet.HasDropout || TNet.Layout.HasState || TNet.Layers[0].Kind == "Embedding" || LossOf(TNet.Declaration) is null or Loss.Perceptron;
}
