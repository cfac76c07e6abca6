using GenNet;

namespace PROJECT_NAMESPACE;

/// <summary>All that a prediction needs, in one file: the network, how its inputs are scaled, and what columns and classes are called.</summary>
internal sealed record Model(Classifier Network, Standardizer<float> Scaling, IReadOnlyList<string> Columns, IReadOnlyList<string> Classes)
{
    private const string ProjectFile = "GenNet-Project.1.csproj", ModelFile = "GenNet-Project.1.safetensors";

    // Builds and publishing copy the file of the project to the program.
    private static readonly string BesideProgram = Path.Combine(AppContext.BaseDirectory, ModelFile);

    public void Save()
    {
        // The format tells other readers of such files that the tensors are PyTorch's.
        var metadata = new Dictionary<string, string> { ["format"] = "pt" };
        for (int i = 0; i < Columns.Count; i++)
            metadata[$"column {i}"] = Columns[i];
        for (int i = 0; i < Classes.Count; i++)
            metadata[$"class {i}"] = Classes[i];
        var file = new SafeTensorsFile([.. Tensors(stream => Network.Save(stream)), .. Tensors(Scaling.Save)], metadata);
        file.Write(BesideProgram);
        // dotnet run in the project's folder saves it there too, for builds and publishing.
        if (File.Exists(ProjectFile))
            file.Write(ModelFile);
        Console.WriteLine($"saved as {ModelFile}");
    }

    public static Model Load()
    {
        if (!File.Exists(BesideProgram))
            throw new FileNotFoundException($"There is no {BesideProgram}: train first.");
        try
        {
            using var stream = new MemoryStream(File.ReadAllBytes(BesideProgram));
            SafeTensorsFile file = SafeTensorsFile.Read(stream);
            ILookup<bool, SafeTensor> parts = file.Tensors.ToLookup(tensor => tensor.Name is "mean" or "deviation");
            return new Model(
                Classifier.Load(ToStream(parts[false])), Standardizer<float>.Load(ToStream(parts[true])),
                Names(file, "column", Classifier.InputSize), Names(file, "class", Classifier.OutputSize));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{BesideProgram}: {exception.Message}\n  It is damaged, or of a network that was declared otherwise: train again.");
        }
    }

    private static IEnumerable<SafeTensor> Tensors(Action<Stream> save)
    {
        var stream = new MemoryStream();
        save(stream);
        stream.Position = 0;
        return SafeTensorsFile.Read(stream).Tensors;
    }

    private static MemoryStream ToStream(IEnumerable<SafeTensor> tensors)
    {
        var stream = new MemoryStream();
        new SafeTensorsFile(tensors).Write(stream);
        stream.Position = 0;
        return stream;
    }

    private static string[] Names(SafeTensorsFile file, string kind, int count) =>
        [.. Enumerable.Range(0, count).Select(i => file.Metadata.TryGetValue($"{kind} {i}", out string? name) ? name : throw new InvalidDataException($"{kind} {i} has no name"))];
}
