using System.IO;
using System.Linq;

namespace Samples;

/// <summary>One of the four files of the data set.</summary>
/// <param name="Name">Its name, without .gz.</param>
/// <param name="Sha256">The hash of its unpacked bytes.</param>
internal sealed record MnistFile(string Name, string Sha256);

/// <summary>The files of MNIST (LeCun, Cortes, Burges, 1998) and where they lie.</summary>
internal static class MnistFiles
{
    public static readonly MnistFile TrainImages = new("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    public static readonly MnistFile TrainLabels = new("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    public static readonly MnistFile TestImages = new("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    public static readonly MnistFile TestLabels = new("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    public static readonly MnistFile[] All = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>The path of a file, plain or packed, or null where there is none.</summary>
    public static string? Find(string folder, MnistFile file) =>
        new[] { file.Name, file.Name + ".gz" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Whether the folder has all four.</summary>
    public static bool AreIn(string folder) => All.All(file => Find(folder, file) is not null);
}
