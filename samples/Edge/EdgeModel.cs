using System;
using System.Collections.Immutable;
using System.IO;
using GenNet;

namespace Edge;

/// <summary>A network that a file may hold, and what is done with it.</summary>
/// <param name="name">What samples/Mnist calls it.</param>
/// <param name="layout">Its tensors, by which a file is told.</param>
/// <param name="run">The work that the command line asks for.</param>
internal sealed class EdgeModel(string name, Layout layout, Action<EdgeOptions> run)
{
    private static readonly EdgeModel[] All =
    [
        new("784-100-10", DenseNet.Layout, EdgeRun.Execute<DenseNet>),
        new("lenet", LeNet5.Layout, EdgeRun.Execute<LeNet5>),
    ];

    /// <summary>The work that the command line asks for.</summary>
    public Action<EdgeOptions> Run => run;

    private string Name => name;

    private ImmutableArray<TensorInfo> Tensors => layout.Tensors;

    /// <summary>The network of this name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static EdgeModel Named(string name) =>
        Array.Find(All, model => model.Name == name) ?? throw new UsageException($"--init: expected 784-100-10 or lenet, got '{name}'.");

    /// <summary>The network whose tensors a file has.</summary>
    /// <exception cref="InvalidDataException">It has those of none, or is damaged.</exception>
    public static EdgeModel In(string path)
    {
        SafeTensorsFile file = SafeTensorsFile.Read(path);
        if (Array.Find(All, model => model.Fits(file)) is { } found)
            return found;
        string message = $"{path}: expected the tensors of one of these networks:";
        foreach (EdgeModel model in All)
        {
            message += $"\n  {model.Name}:";
            foreach (TensorInfo tensor in model.Tensors)
                message += $" {tensor}";
        }

        message += "\nfound:";
        foreach (SafeTensor tensor in file.Tensors)
            message += $" {tensor.Name} [{string.Join(", ", tensor.Shape)}]";
        throw new InvalidDataException(message);
    }

    private bool Fits(SafeTensorsFile file)
    {
        foreach (TensorInfo tensor in Tensors)
        {
            if (!file.Contains(tensor.Name) || !file[tensor.Name].Shape.AsSpan().SequenceEqual(tensor.Shape.AsSpan()))
                return false;
        }

        return file.Tensors.Length == Tensors.Length;
    }
}
