// A network learns which of two spirals a point belongs to: no straight line tells them apart.
//   dotnet run               trains a network and saves it, or uses the one that is saved
//   dotnet run -- --train    trains anew
using GenNet;
using PROJECT_NAMESPACE;

const string ProjectFile = "GenNet-Project.1.csproj", NetworkFile = "GenNet-Project.1.safetensors";

if (args is not ([] or ["--train"]))
{
    Console.Error.WriteLine("usage: no argument, to use the network that is saved, or --train, to train anew");
    return 1;
}

// Builds and publishing copy the file of the project to the program.
string besideProgram = Path.Combine(AppContext.BaseDirectory, NetworkFile);
bool train = args is ["--train"] || !File.Exists(besideProgram);
try
{
    SpiralNet net = train ? Train() : SpiralNet.Load(besideProgram);
    Dataset<float> unseen = Spirals.Draw(points: 1000, seed: 2);
    Console.WriteLine($"accuracy on {unseen.Count:N0} points that it has not seen: {Metrics.Accuracy(net, unseen):F3}");
    Console.WriteLine();
    Plane.Print(net);
    Console.WriteLine();
    if (train)
        Save(net);
    else
        Console.WriteLine($"The network is that of {besideProgram}; --train trains anew.");
    return 0;
}
catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {exception.Message}");
    if (!train)
        Console.Error.WriteLine("The file is damaged, or of a network that was declared otherwise: train anew with --train, or bring back the file or the declaration.");
    return 1;
}

static SpiralNet Train()
{
    var net = new SpiralNet(seed: 1);
    Dataset<float> points = Spirals.Draw(points: 1000, seed: 1);
    Console.WriteLine($"training {SpiralNet.ParameterCount:N0} parameters on {points.Count:N0} points");
    new Trainer<SpiralNet>(net, new Adam(0.003f)).Fit(points, new FitOptions
    {
        Epochs = 200,
        BatchSize = 32,
        OnEpoch = report =>
        {
            if (report.Epoch % 20 == 0)
                Console.WriteLine($"epoch {report.Epoch,3}   loss {report.Loss:F4}");
        },
    });
    return net;
}

void Save(SpiralNet net)
{
    net.Save(besideProgram);
    // dotnet run starts the program in the project's folder, from which builds and publishing take the file.
    if (File.Exists(ProjectFile))
        net.Save(NetworkFile);
    Console.WriteLine($"saved as {NetworkFile}");
}
