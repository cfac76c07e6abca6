using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>Saving a network together with its optimizer, called on the network as its own Save and Restore are.</summary>
public static class NetworkFileExtensions
{
    /// <inheritdoc cref="NetworkFile.Save{TNet, T}(TNet, string, IOptimizerState{T})"/>
    public static void Save<TNet, T>(this INetwork<TNet, T> network, string path, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NetworkFile.Save((TNet)network, path, optimizer);

    /// <inheritdoc cref="NetworkFile.Restore{TNet, T}(TNet, string, IOptimizerState{T})"/>
    public static void Restore<TNet, T>(this INetwork<TNet, T> network, string path, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NetworkFile.Restore((TNet)network, path, optimizer);
}
