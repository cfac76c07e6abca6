// Digits learned without their labels: an autoencoder takes 784 pixels to 2 numbers and back, so each digit has a place on a plane.
//   dotnet run -c Release --project samples/Autoencoder -- --data DIR --picture plane.svg
//   dotnet run -c Release --project samples/Autoencoder -- --data DIR --denoise --picture denoised.svg
// With --denoise it sees images with noise and learns the clean ones. Without the MNIST files it takes digits that it draws itself.
using System.CommandLine.Invocation;
using System.Globalization;
using Autoencoder;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Experiment.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
